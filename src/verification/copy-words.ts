/** Words that may be put into a copied part, if nothing else was taken out at the place. */
export const SAYS_LITTLE =
  /提出|明确|规定|指出|以及|同时|此外|其中|通过|进行|开展|实施|具体|分别|根据|按照|依据|有关|相关|方式|情况|关于|针对|例如|达到|推动|推进|促进|加强|加快|共有|合计|共计|总计|拥有|作为|属于|是指|用于|位于|这些|展望|本(?!科|地|级|国|区)/gu;
/** Words for which others may be put: 展望2035年, 本规划. */
export const POINTERS = /展望|本(?!科|地|级|国|区)/gu;
/** Single characters that may come in besides. */
export const PARTICLES = /[要将会还能做好让使共已里中时后们个]/gu;

/** What no copied part may lose: each class is counted in the quote's part and in the statement's. */
export const MAY_NOT_GO_OUT: readonly RegExp[] = [
  /不(?!断|仅|但|同|少|竭)|未(?!来)|非(?!常)|(?<!公|若)无(?!线|人|论|缝)|禁止|严禁|没有/gu,
  /必须|务必|(?<!所|急|必|需)须/gu,
  /应当|应该|(?<!供|响|效|适|反|对|相|感)应(?!用|急|届|对|变)/gu,
  /可以|(?<!许|认|不)可(?!靠|持续|再生|回收|控|行|视|穿戴|编程|能|比)|允许|有权/gu,
  /鼓励/gu,
  /支持|扶持/gu,
  /探索/gu,
  /力争|争取/gu,
  /试点|试行/gu,
  /优先/gu,
  /原则上|一般(?=[为由每不])/gu,
  /主要(?=[由包经来])/gu,
  /特别是|尤其是/gu,
  /初步|逐步|基本(?!面|药|原)/gu,
  /全部|所有(?!者|权|制)|一切|任何/gu,
  /各|每/gu,
  /部分(?!为)|之一|一批|若干/gu,
  /仅|只(?!要)/gu,
  /至少|至多|最多|最高|最低|超过|不足|低于|高于|以上|以下|以内|左右|约(?!束|定|谈)|(?<!附|最|接)近(?=[\d一二三四五六七八九十百])/gu,
  /符合条件|具备条件|有条件/gu,
  /按(?:照)?(?:有关|国家|现行|本办法|相关){0,3}规定|依法|依规|按程序/gu,
  /批准|同意|审核|核准|除外/gu,
  /年均|人均|平均|累计|合计/gu,
  /已经|尚未|曾/gu,
];

/** A part that holds as a condition for the part behind it. */
export const DROPPED_CONDITION =
  /经.{2,24}(?:批准|同意|审核|审批)后?$|(?:前提下|条件下|情况下|基础上)$|^除.{2,}外$/u;
