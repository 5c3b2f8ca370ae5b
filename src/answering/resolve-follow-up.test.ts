import { describe, expect, it } from "vitest";
import type { ConversationTurn } from "../policy/answer.ts";
import { resolveFollowUp } from "./resolve-follow-up.ts";

const user = (content: string): ConversationTurn => ({ role: "user", content });

describe("resolveFollowUp", () => {
  it.each([
    ["它什么时候到期？", "《某园区建设方案》是谁印发的？", "《某园区建设方案》什么时候到期？"],
    ["那专利申请量呢？", "2010年企业专利授权量是多少？", "2010年企业专利申请量是多少？"],
    ["南部的呢？", "北部聚集区的总收入目标是多少？", "南部聚集区的总收入目标是多少？"],
  ])("%s after %s asks %s", (question, before, resolved) => {
    expect(resolveFollowUp(question, [user(before), { role: "assistant", content: "…" }])).toBe(resolved);
  });

  it("keeps what follows the ellipsis", () => {
    expect(resolveFollowUp("石景山园呢，主打什么？", [user("雍和园发展什么产业？")])).toBe(
      "石景山园发展什么产业，主打什么？",
    );
  });

  it("leaves a question that stands on its own as it is", () => {
    expect(resolveFollowUp("科研经费怎么管理？", [user("谁印发的？")])).toBe("科研经费怎么管理？");
    expect(resolveFollowUp("它什么时候到期？", [])).toBe("它什么时候到期？");
  });

  it("works with user turns only, and asks after the last of them where nothing can be put in place", () => {
    expect(resolveFollowUp("还有别的吗？", [user("哪些措施面向外籍人才？")])).toBe(
      "哪些措施面向外籍人才；还有别的吗？",
    );
  });
});
