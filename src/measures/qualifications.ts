/** A title that an authority gives a company, with the other ways to write it and the titles that it brings along. */
interface Qualification {
  readonly name: string;
  readonly pattern: RegExp;
  /** Who has this one has these too. */
  readonly implies: readonly string[];
}

/** The most particular first: what a longer name contains is not read again. */
const QUALIFICATIONS: readonly Qualification[] = [
  {
    name: "专精特新“小巨人”企业",
    pattern:
      /(?:国家级|国家)?(?:重点)?专精特新[“"「]?[”"」]?[“"「]?小巨人[”"」]?(?:企业)?|[“"「]小巨人[”"」](?:企业)?|国家级专精特新(?:企业)?|(?<!科技)小巨人(?:企业)?/,
    implies: ["专精特新中小企业", "创新型中小企业"],
  },
  {
    name: "专精特新中小企业",
    pattern: /[“"「]?专精特新[”"」]?(?:中小企业|企业)?/,
    implies: ["创新型中小企业"],
  },
  { name: "创新型中小企业", pattern: /创新型中小(?:微)?企业/, implies: [] },
  { name: "制造业单项冠军", pattern: /(?:制造业)?单项冠军(?:示范|培育)?(?:企业)?/, implies: [] },
  {
    name: "技术先进型服务企业",
    pattern: /技术先进型服务企业/,
    implies: [],
  },
  { name: "科技型中小企业", pattern: /科技型中小(?:微)?企业/, implies: [] },
  {
    name: "高新技术企业",
    pattern:
      /(?:国家级?(?:重点支持的)?)?高新技术企业|国家高新(?:技术)?企业|国高企?|(?:(?<![一-龥])|(?<=[是有到了上成过]))高企(?:证书?|资质|资格|称号|(?![一-龥])|(?=(?:[去今前]年|目前|现在)?[还也都]?(?:没有|没能?|未能?)(?:获得|拿[到下]|认定|评[上过定到]|通过|取得))|(?=(?:和|及|或|与|跟|以及|还有)(?:者|国家|[省市区])?级?[“"]?(?:专精|小巨|单项|科技|科小|创新|瞪羚|雏鹰|独角)))|国家高企/,
    implies: [],
  },
  { name: "科技小巨人企业", pattern: /科技小巨人(?:培育)?企业?/, implies: [] },
  { name: "潜在独角兽企业", pattern: /(?:潜在|准)独角兽(?:企业)?/, implies: [] },
  { name: "独角兽企业", pattern: /独角兽(?:企业)?/, implies: [] },
  { name: "瞪羚企业", pattern: /瞪羚(?:企业)?/, implies: [] },
  { name: "雏鹰企业", pattern: /雏鹰(?:企业)?/, implies: [] },
  { name: "金种子企业", pattern: /金种子(?:企业)?/, implies: [] },
  { name: "科技领军企业", pattern: /科技领军企业/, implies: [] },
  { name: "链主企业", pattern: /[“"「]?链主[”"」]?(?:企业)/, implies: [] },
  { name: "农业产业化龙头企业", pattern: /农业产业化[一-龥]{0,6}龙头企业/, implies: [] },
  { name: "首台套", pattern: /首台（?套）?/, implies: [] },
];

/** The qualifications that a text names, each at its place; offsets into the text. */
export const qualificationsIn = (
  text: string,
): { readonly name: string; readonly start: number; readonly end: number }[] => {
  const found: { name: string; start: number; end: number }[] = [];
  for (const { name, pattern } of QUALIFICATIONS) {
    for (const match of text.matchAll(new RegExp(pattern, "g"))) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.every((other) => end <= other.start || start >= other.end)) found.push({ name, start, end });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
};

/** All qualifications that come with one: 小巨人 is 专精特新 too. */
export const withImplied = (name: string): readonly string[] => [
  name,
  ...(QUALIFICATIONS.find((each) => each.name === name)?.implies ?? []),
];
