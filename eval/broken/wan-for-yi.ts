import type { Breakage } from "./breakage.ts";
import { withStatements } from "./breakage.ts";

/** Every 亿 of a number is said as 万 and every 万 as 亿: ten thousand times too little or too much. */
export const wanForYi: Breakage = (reply) =>
  withStatements(
    reply,
    reply.statements.map((statement) => ({
      ...statement,
      text: statement.text.replace(/(?<=\d)(?:万亿|[万亿])/gu, (unit) => (unit === "亿" ? "万" : "亿")),
    })),
  );
