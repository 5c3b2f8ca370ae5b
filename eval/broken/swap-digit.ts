import type { Breakage } from "./breakage.ts";
import { withStatements } from "./breakage.ts";

/** The first digit of every statement is one higher than its source says. */
export const swapDigit: Breakage = (reply) =>
  withStatements(
    reply,
    reply.statements.map((statement) => ({
      ...statement,
      text: statement.text.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)),
    })),
  );
