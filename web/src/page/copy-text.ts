/** The way of browsers that give the clipboard only to encrypted pages, which one in an office's own net is not. */
const copySelection = (text: string): boolean => {
  const area = document.createElement("textarea");
  area.className = "visually-hidden";
  area.value = text;
  const focused = document.activeElement;
  document.body.append(area);
  area.select();
  // oxlint-disable-next-line typescript/no-deprecated -- there is no other way without encryption
  const copied = document.execCommand("copy");
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
};

/** Puts a text on the clipboard; false where the browser does not allow it. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelection(text);
  }
};
