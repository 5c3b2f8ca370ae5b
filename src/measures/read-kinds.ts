import type { Condition, Requirement, TextSpan } from "./requirement.ts";
import { allOf, choiceOf } from "./requirement.ts";

/** 加工型企业总资产2000万元以上…: begins with the kind of company that its numbers are for. */
const KIND_LED =
  /^\s*(?:其中[，：]?)?(?<kind>(?!申报|申请|参评|用人|企业|单位|机构|项目|该|本|每|单|同一|其|近|上一?年|在孵|入驻|毕业|累计)[^，。；：\d（）]{2,14}?(?:型|类|性|业)(?:企业|单位|机构|平台|基地|园区|项目))(?:的)?，?(?<rest>[^，。；]{1,16}\d)/du;

/** What is measured, without how much there must be of it. */
const measuredWords = (text: string): ReadonlySet<string> => {
  const han = text
    .replace(/\d[^，。；]*/g, "")
    .replace(/(?:不低于|不少于|不超过|不高于|达到|应当?)(?=，|$)/g, "")
    .replace(/[^一-龥]/g, "");
  return new Set(Array.from({ length: Math.max(0, han.length - 1) }, (_, at) => han.slice(at, at + 2)));
};

/**
 * What a list of sentences asks for that each begin with a kind of company and measure the same: a company is of one
 * kind. Null where they do not.
 * @param read - reads a stretch of the text
 */
export const readKinds = (
  text: string,
  segments: readonly TextSpan[],
  read: (span: TextSpan) => Requirement | null,
): Requirement | null => {
  const led = segments.flatMap((segment) => {
    const groups = KIND_LED.exec(text.slice(segment.start, segment.end))?.indices?.groups;
    const kind = groups?.["kind"];
    const rest = groups?.["rest"];
    return kind === undefined || rest === undefined ? [] : [{ segment, kind, rest }];
  });
  if (led.length < 2 || led.length < segments.length) return null;
  const measured = led.map(({ segment, rest }) =>
    measuredWords(text.slice(segment.start + rest[0], segment.end)),
  );
  const isSame = measured.every((words) => [...words].some((word) => measured[0]?.has(word)));
  if (!isSame) return null;
  return choiceOf(
    led.map(({ segment, kind, rest }) => {
      const place = { start: segment.start + kind[0], end: segment.start + kind[1] };
      const who: Condition = {
        ...place,
        test: { kind: "group", name: text.slice(place.start, place.end) },
        negated: false,
        addressee: false,
      };
      const asked = read({ start: segment.start + rest[0], end: segment.end });
      const own: Requirement = { kind: "condition", condition: who };
      return asked === null ? own : allOf([own, asked]);
    }),
  );
};
