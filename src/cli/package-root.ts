import { fileURLToPath } from "node:url";

/** The folder of the package, whatever the working directory is. */
export const PACKAGE_ROOT = fileURLToPath(new URL("../../", import.meta.url));
