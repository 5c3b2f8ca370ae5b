import { PolicyError } from "../src/policy/policy-error.ts";

/** The error of a command line that cannot be read: what is wrong, and the usage below it. */
export const wrongOption = (en: string, usage: string, cause?: unknown): PolicyError =>
  new PolicyError({
    code: "invalid_option",
    status: 400,
    message: { zh: `参数有误：${en}`, en: `${en}\n\n${usage}` },
    cause,
  });
