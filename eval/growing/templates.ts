import { splitSentences } from "../../src/policy/sentences.ts";
import type { LockedNumber } from "../../src/verification/number-lock.ts";
import { numbersIn } from "../../src/verification/number-lock.ts";
import type { AskedClause, Proposal } from "./proposal.ts";

/** Reads questions off a clause by its wording alone. */
export interface Template {
  readonly name: string;
  readonly propose: (clause: AskedClause) => readonly Proposal[];
}

const CHECK = "Read the clause: is the question what a person would ask, and is this all the evidence?";

/** A clause's own text without its marker. */
const bodyOf = ({ ownText, marker }: AskedClause): string =>
  marker === null ? ownText : ownText.replace(marker, "").trim();

/** The parts of a clause's own text between commas, semicolons and full stops. */
const segmentsOf = (text: string): string[] =>
  splitSentences(text).flatMap(({ start, end }) =>
    text
      .slice(start, end)
      .split(/[，,；;。：:\n]/u)
      .map((segment) => segment.trim())
      .filter((segment) => segment !== ""),
  );

/** What asks for a number in its place: 多少家, 百分之多少, 多少. */
const askFor = ({ text }: LockedNumber): string => {
  const unit = text.replace(/^[\d０-９.,，．\s]+/u, "");
  if (/^[%％]/u.test(unit)) return "百分之多少";
  return /^(?:家|个|项|人|名|所|年|天|日|个月|件|次|平方米|公里)$/u.test(unit) ? `多少${unit}` : "多少";
};

interface NumberedSegment {
  readonly segment: string;
  readonly number: LockedNumber;
}

/** A segment that goes on from the one before it and does not say of what it speaks. */
const GOES_ON = /[×/=]|^(?:其中|占|比|较|约|共|并|且|同比|年均|分别|增长|为|达到|超过|总|累计|平均|力争)/u;

/** Segments with one number in figures, a measure and not a date, after some words that say of what. */
const numberedSegments = (clause: AskedClause): NumberedSegment[] =>
  segmentsOf(bodyOf(clause)).flatMap((segment) => {
    const [number, ...more] = numbersIn(segment);
    const measured =
      number !== undefined && more.length === 0 && /^\d[\d.,]*\p{L}|^\d[\d.,]*[%％]/u.test(number.text);
    return measured &&
      number.kind !== "date" &&
      number.start >= 5 &&
      segment.length <= 60 &&
      !GOES_ON.test(segment)
      ? [{ segment, number }]
      : [];
  });

const number: Template = {
  name: "number",
  propose: (clause) =>
    numberedSegments(clause).map(({ segment, number: found }) => ({
      question: `《${clause.document.title}》中，${segment.slice(0, found.start)}${askFor(found)}${segment.slice(found.end)}？`,
      snippets: [segment],
      facts: [found.text],
      tags: ["fact", "number"],
      toDo: CHECK,
    })),
};

/** The same segment with another number: the answer is that the document says otherwise. */
const falsePremise: Template = {
  name: "false-premise",
  propose: (clause) =>
    numberedSegments(clause).map(({ segment, number: found }) => {
      const other = found.text.replace(/\d/u, (digit) => String((Number(digit) % 9) + 1));
      return {
        question: `《${clause.document.title}》为什么说${segment.slice(0, found.start)}${other}${segment.slice(found.end)}？`,
        snippets: [],
        facts: [],
        tags: ["refusal", "false-premise"],
        toDo: `The clause says ${found.text}. Does no document say ${other}? Does the question read naturally?`,
      };
    }),
};

const definition: Template = {
  name: "definition",
  propose: ({ ownText, document }) =>
    splitSentences(ownText).flatMap(({ start, end }) => {
      const sentence = ownText.slice(start, end);
      const term = /(?:所称|所指)(?:的)?([^，。；]{2,20}?)[，,]?是?指/u.exec(sentence)?.[1];
      if (term === undefined) return [];
      return [
        {
          question: `《${document.title}》所称的${term}是指什么？`,
          snippets: [sentence.slice(sentence.indexOf(term))],
          facts: [],
          tags: ["definition"],
          toDo: CHECK,
        },
      ];
    }),
};

const BODY = String.raw`[^，。；、（）：\s]{2,20}(?:部|委|局|厅|办公室|政府|部门|委员会|总局|办)`;

const responsible: Template = {
  name: "responsible",
  propose: (clause) =>
    Array.from(
      bodyOf(clause).matchAll(
        new RegExp(`(?:由(${BODY})|(?<=[。；\\s]|^)(${BODY}))负责(?!人)([^，。；：\\n（]{4,40})`, "gu"),
      ),
      ([whole, by, of, task = ""]) => ({
        question: `按照《${clause.document.title}》，${task.replace(/^的/u, "")}由谁负责？`,
        snippets: [whole],
        facts: [(by ?? of ?? "").replace(/^由/u, "")],
        tags: ["responsible"],
        toDo: CHECK,
      }),
    ),
};

const deadline: Template = {
  name: "deadline",
  propose: ({ ownText, document }) =>
    Array.from(
      ownText.matchAll(
        /((?:20\d\d年)(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|末)?(?:前|以前|之前))[，,]?([^，。；：\n（]{6,40})/gu,
      ),
      ([whole, day = "", task = ""]) => ({
        question: `《${document.title}》要求在什么时候之前${task}？`,
        snippets: [whole],
        facts: [day.replace(/(?:以|之)?前$/u, "")],
        tags: ["deadline"],
        toDo: CHECK,
      }),
    ),
};

const address: Template = {
  name: "address",
  propose: ({ ownText, marker, document }) => {
    const [first] = splitSentences(ownText);
    const article = /^第[一二三四五六七八九十百零〇\d]+条/u.exec(marker ?? "")?.[0];
    if (article === undefined || first === undefined) return [];
    const sentence = ownText.slice(first.start, first.end).replace(article, "").trim();
    return sentence.length < 10
      ? []
      : [
          {
            question: `《${document.title}》${article}规定了什么？`,
            snippets: [sentence],
            facts: [],
            tags: ["address"],
            toDo: CHECK,
          },
        ];
  },
};

const list: Template = {
  name: "list",
  propose: (clause) => {
    const { children, document } = clause;
    const lead = /([^，。；\n]{6,50})[：:]$/u.exec(bodyOf(clause))?.[1];
    if (lead === undefined || children.length < 3 || children.length > 12) return [];
    const snippets = children.flatMap(({ ownText: text }) => {
      const [first] = splitSentences(text);
      return first === undefined ? [] : [text.slice(first.start, first.end)];
    });
    return [
      {
        question: `《${document.title}》中，${lead.trim()}有哪些？`,
        snippets,
        facts: [],
        tags: ["list"],
        toDo: `${CHECK} Are all items needed?`,
      },
    ];
  },
};

/** Every template, in the order in which they take turns. */
export const TEMPLATES: readonly Template[] = [
  number,
  responsible,
  list,
  deadline,
  definition,
  falsePremise,
  address,
];
