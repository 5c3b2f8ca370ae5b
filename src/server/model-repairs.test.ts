import { describe, expect, it } from "vitest";
import type { AnswerEvent } from "../answering/assistant.ts";
import { answerOf, fallbacksIn, statementsIn } from "./model-answer-checks.ts";
import {
  ask,
  elements,
  failing,
  FUND,
  fundQuote,
  HONEST,
  honestOf,
  QUESTION,
  saying,
  useModelBench,
} from "./model-bench.ts";
import { sendAll } from "./scripted-model.ts";
import type { ModelScript } from "./scripted-model.ts";

const FILE = `远山市数字产业扶持办法

第一条 远山市数字产业园对入驻企业给予租金补贴，每年最高不超过50万元。

第二条 申请租金补贴的企业应当具备下列条件：

（一）在远山市登记注册；

（二）从业人员不少于10人。

第三条 本办法自2024年1月1日起施行，有效期至2029年12月31日。
`;
const bench = useModelBench({ "远山市数字产业扶持办法.txt": FILE });
const RENT = ask("远山市数字产业园对入驻企业的租金补贴每年最高多少？");
const RENT_RULE = "第一条 远山市数字产业园对入驻企业给予租金补贴，每年最高不超过50万元。";

const runSoundly = async (question = QUESTION): Promise<readonly AnswerEvent[]> => {
  const events = await bench.run(question);
  expect(await bench.problems(events)).toEqual([]);
  return events;
};

describe("a statement that its quotes do not bear out", () => {
  it.each([
    ["another digit", "由市政府5年出资600亿元。"],
    ["another payer", "由企业5年出资500亿元。"],
    ["a duty", "市政府必须5年出资500亿元。"],
    ["a free wording", "市政府计划用5年时间拿出500亿元统筹支持成果转化。"],
  ])("gives way to the sentence it was worded from: %s", async (_what, text) => {
    bench.upstream.play(saying(text));
    const events = await runSoundly();
    const [said, ...others] = statementsIn(events);
    const answer = answerOf(events);
    expect(others).toEqual([]);
    expect(said).not.toBe(text);
    expect(said).toContain(FUND);
    expect(answer.citations.map(({ quote }) => quote)).toEqual([said]);
    // Nothing of the model's words is left, and the reader is told so.
    expect(answer).toMatchObject({ mode: "extractive", model: null });
    expect(fallbacksIn(events)).toEqual(["语言模型的部分表述没有通过核对，已改为直接引用文件原句。"]);
  });

  it("gives way beside statements that stand, which stay the model's", async () => {
    const market = "充分发挥中国技术交易所的平台作用";
    bench.upstream.play((request, reply) => {
      const quotes = [{ clause: request.handleOf("中国技术交易所"), quote: market }];
      sendAll(reply, elements({ text: `${market}，须每年公布交易额。`, quotes }, honestOf(request)));
    });
    const events = await runSoundly();
    const [first, second, ...others] = statementsIn(events);
    expect(others).toEqual([]);
    expect(first).toContain(market);
    expect(first).not.toContain("每年公布");
    expect(second).toBe(HONEST);
    expect(answerOf(events).mode).toBe("model");
    expect(fallbacksIn(events)).toHaveLength(1);
  });

  it("is not said again by a statement that stands", async () => {
    bench.upstream.play((request, reply) =>
      sendAll(
        reply,
        elements({ text: "由市政府5年出资600亿元。", quotes: [fundQuote(request)] }, honestOf(request)),
      ),
    );
    const said = statementsIn(await runSoundly());
    expect(said).toHaveLength(1);
    expect(said).not.toContain(HONEST);
  });

  it.each([
    ["of another matter", "企业应当每年向税务机关报送财务报表。", FUND],
    ["that only announces a list", "申请租金补贴的企业无需具备条件。", "申请租金补贴的企业应当具备下列条件"],
  ])("is dropped where its quote is one %s", async (_what, text, quote) => {
    const question = quote === FUND ? QUESTION : RENT;
    bench.upstream.play((request, reply) =>
      sendAll(reply, elements({ text, quotes: [{ clause: request.handleOf(quote), quote }] })),
    );
    const events = await runSoundly(question);
    expect(statementsIn(events)).toEqual(
      (await bench.keyFree.answer(question)).statements.map((each) => each.text),
    );
    expect(fallbacksIn(events)).toEqual(["语言模型没有给出通过核对的回答，以下直接引用文件原文作答。"]);
  });
});

/** A model that says `text` with the rule on rents as its quote. */
const quoting =
  (text: string): ModelScript =>
  (request, reply) =>
    sendAll(
      reply,
      elements({ text, quotes: [{ clause: request.handleOf("每年最高"), quote: "每年最高不超过50万元" }] }),
    );

describe("a question in English", () => {
  const english = ask("What is the maximum rent subsidy per year in 远山市数字产业园?");
  it("is told in English where the model's Chinese words come from", async () => {
    bench.upstream.play(quoting("给予租金补贴，每年最高不超过50万元。"));
    expect(statementsIn(await runSoundly(english))).toEqual([
      "In substance, 《远山市数字产业扶持办法》 (第一条) says: 给予租金补贴，每年最高不超过50万元。",
    ]);
  });

  it("is told the sentence where the model's words do not stand", async () => {
    bench.upstream.play(quoting("The rent subsidy is at most 500,000 yuan a year (租金补贴最高)."));
    const events = await runSoundly(english);
    expect(statementsIn(events)).toEqual([
      `According to 《远山市数字产业扶持办法》 (第一条): “${RENT_RULE}”`,
    ]);
    expect(fallbacksIn(events)[0]).toMatch(/^Some of the language model's words/);
  });

  it("is told in English that the model gave way", async () => {
    bench.upstream.play(failing(401));
    expect(fallbacksIn(await runSoundly(english))[0]).toMatch(/^The language model gave no answer/);
  });
});
