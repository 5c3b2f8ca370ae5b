import type { TextSpan } from "./requirement.ts";

/** 未享受过同类政策的科技型企业: the denial reaches to the 的 before the noun, not over it. */
const DENIES =
  /(?:未|没有|从未|尚未|不曾|不得|不可)(?:曾|被|能)?(?:列入|纳入|认定|评为|评定|获得|取得|享受|入选)[^，；。]*?(?=的[^的，；。]{0,16}(?:企业|单位|机构|主体|项目|个人|人员|组织|高校)$|$)/gu;
/** 非上市企业, 不属于房地产业的企业: what stands behind. */
const IS_NOT =
  /(?:^|(?<=[，、且为的系须]))非(?!营利|公有|遗|物质|洲|金属|标)[^，；。的（]*|(?:不得为|不属于|不是|不得属于|非(?=房地产|上市|金融))[^，；。]*?(?=的[^的，；。]{0,8}(?:企业|单位|机构|主体)$|$)/gu;
/** 劳务派遣企业除外: what stands before; （不含房地产业）: what stands behind, in its bracket. */
const LEFT_OUT = /^[^]*(?:除外|不适用|不在此列|不予支持|不予受理)/gu;
const WITHOUT = /(?:不包括|不含(?!税|本|该|[0-9]))[^，；。）]*|除[^，；。]{2,20}(?:之?外|以外)/gu;

/** The stretches of a part of a sentence that name whom it rules out; offsets into the part. */
export const ruledOut = (part: string): readonly TextSpan[] =>
  [DENIES, IS_NOT, LEFT_OUT, WITHOUT].flatMap((pattern) =>
    [...part.matchAll(pattern)].map(({ index, 0: words }) => ({ start: index, end: index + words.length })),
  );
