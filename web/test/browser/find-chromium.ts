import { existsSync } from "node:fs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser to test with: `CHROMIUM_PATH`, or where systems put it; null, and a loud warning, without one. */
export const findChromium = (): string | null => {
  const path = [process.env["CHROMIUM_PATH"], ...PLACES].find(
    (place) => place !== undefined && existsSync(place),
  );
  if (path !== undefined) return path;
  console.warn(
    [
      "",
      "**********************************************************************",
      "  THE PAGE WAS NOT TESTED: no Chromium was found.",
      "  Install Chromium, or name it in CHROMIUM_PATH, and run the tests again.",
      "**********************************************************************",
      "",
    ].join("\n"),
  );
  return null;
};
