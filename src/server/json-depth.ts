/** Whether brackets of a JSON text are nested deeper than `most`; strings do not count. Never throws. */
export const isDeeperThan = (text: string, most: number): boolean => {
  let depth = 0;
  let isString = false;
  for (let place = 0; place < text.length; place += 1) {
    const character = text[place];
    if (isString) {
      if (character === "\\") place += 1;
      else if (character === '"') isString = false;
    } else if (character === '"') {
      isString = true;
    } else if (character === "{" || character === "[") {
      depth += 1;
      if (depth > most) return true;
    } else if (character === "}" || character === "]") {
      depth -= 1;
    }
  }
  return false;
};
