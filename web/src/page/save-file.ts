/** Lets the browser save a file. A text is written as UTF-8. */
export const saveFile = (name: string, content: Blob): void => {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};

/** A text as a file of a media type. */
export const textFile = (type: string, text: string): Blob =>
  new Blob([text], { type: `${type};charset=utf-8` });
