import type { PartReading } from "./read-part.ts";
import type { Condition, Requirement, TextSpan } from "./requirement.ts";
import { allOf, choiceOf } from "./requirement.ts";

const PERSON = "(?:毕业生|人员|军人|农民工|青年|残疾人|大学生|妇女|居民|学生|劳动力|家庭成员)";
const LIST = new RegExp(
  `^(?<lead>.*?(?:为|是|属于|系))?(?<list>[^，；。（）]*?${PERSON}(?:(?:、|和|或者?|以及|及)[^，；。（）、]*?${PERSON})+)(?:的)?$`,
  "du",
);

/** 创办人为毕业5年内的高校毕业生、返乡农民工或者退役军人: one kind of people suffices; null where a part lists none. */
export const readPersons = (
  text: string,
  span: TextSpan,
  read: (span: TextSpan, inherited: PartReading["measured"]) => PartReading,
): Requirement | null => {
  const at = LIST.exec(text.slice(span.start, span.end))?.indices?.groups?.["list"];
  if (at === undefined || /招用|吸纳|招收|录用|安置|聘用/.test(text.slice(span.start, span.start + at[0])))
    return null;
  const [from, to] = [span.start + at[0], span.start + at[1]];
  const branches: Requirement[] = [];
  let start = from;
  for (const match of text
    .slice(from, to)
    .matchAll(new RegExp(`(?<=${PERSON})(?:、|和|或者?|以及|及)|$`, "gu"))) {
    const own = { start, end: from + match.index };
    start = own.end + match[0].length;
    const { conditions } = read(own, null);
    const whole: Condition = {
      ...own,
      test: { kind: "unread", words: text.slice(own.start, own.end) },
      negated: false,
      addressee: false,
    };
    // 返乡创业农民工 is more than a person.
    const told = conditions.filter(({ test }) => test.kind === "graduated" || test.kind === "group");
    const kept = told.length > 0 ? told : [whole];
    branches.push(allOf(kept.map((condition) => ({ kind: "condition", condition }))));
  }
  return branches.length > 1 ? choiceOf(branches) : null;
};
