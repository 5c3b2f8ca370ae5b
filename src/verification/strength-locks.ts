/**
 * What a clause may not gain, lose or exchange in a rewording. `quoted` and `stated` are matched in the quotes and
 * in the statement: a statement has more words for the same.
 */
export interface StrengthLock {
  readonly name: string;
  readonly quoted: RegExp;
  readonly stated: RegExp;
  /** Whether a statement may leave it out. */
  readonly mayDrop: boolean;
  /** Whether a statement may bring it in. */
  readonly mayAdd: boolean;
  /** Whether it holds for the following clauses of its sentence. */
  readonly reaches: boolean;
}

const lock = (
  name: string,
  quoted: RegExp,
  stated: RegExp | null = null,
  options: Partial<Pick<StrengthLock, "mayDrop" | "mayAdd" | "reaches">> = {},
): StrengthLock => ({
  name,
  quoted,
  stated: stated ?? quoted,
  mayDrop: options.mayDrop ?? false,
  mayAdd: options.mayAdd ?? false,
  reaches: options.reaches ?? false,
});

const reaches = { reaches: true };
const mayDrop = { mayDrop: true };
const mayAdd = { mayAdd: true };

/** All locks, each compared clause by clause. */
export const STRENGTH_LOCKS: readonly StrengthLock[] = [
  lock("must", /必须|务必|强制|(?<!必)须/u, null, reaches),
  lock("ought", /应当|应该|(?<![供响效适反对相感])应(?![用急届对变当该])/u, null, reaches),
  lock(
    "may",
    /可以|允许|准许|准予|有权|(?<![许认不])可(?!靠|持续|再生|回收|控|行|视|穿戴|编程|能|比|以|复制|推广|获|得到)/u,
    null,
    reaches,
  ),
  lock("encourage", /鼓励|倡导/u, null, reaches),
  lock(
    "support",
    /(?<!政策|资金|技术|强大)支持(?!力度|政策|措施|作用)|扶持(?!政策|措施)/u,
    /帮扶|帮助|帮忙|帮|助力|(?<!政策|资金|技术|强大)支持(?!力度|政策|措施|作用)|扶持(?!政策|措施)|优待|欢迎/u,
    reaches,
  ),
  lock("guide", /引导(?!基金)/u, null, reaches),
  lock(
    "push",
    /推动(?=.{4,40}(?:落户|设立|发行|出台|成立|建成))/u,
    /推动|推进|促进|加快|加速|引导|支持|鼓励|争取|带动|助力|尽快/u,
    { mayAdd: true, reaches: true },
  ),
  lock("above", /以上/u, null, mayDrop),
  lock("below", /以下|以内/u, null, mayDrop),
  lock("explore", /探索/u, /探索|摸索|尝试|试着/u, reaches),
  lock(
    "pilot",
    /试点(?!地区|城市|工作小组|单位|经验|范围|示范|医院|园区|企业|小组)|试行|先行先试/u,
    /先试|试验|在.{2,8}试(?=,|$)|试点(?!地区|城市|工作小组|单位|经验|范围|示范|医院|园区|企业|小组)|试行/u,
    reaches,
  ),
  lock("strive", /力争|争取|努力/u, /力争|争取/u, reaches),
  lock("study", /研究(?=完善|优化|制定|建立|出台|设立|推动|支持)/u, /研究/u, reaches),
  lock("partly", /逐步|初步|分步/u),
  lock("priority", /优先/u),
  lock("first", /(?<!领)先(?!进)|试点|试行|前/u, /(?<![领首])先(?!进)|提早/u, mayDrop),
  lock("only", /(?<!不)仅|只(?!要)|唯一|限于|独家|单独/u),
  lock(
    "all",
    /全部|所有(?!者|权|制)|一切|任何|一律|全体|凡是|凡|均|各/u,
    /全部|所有(?!者|权|制)|一切|任何|一律|全体|凡是|凡|全都/u,
    mayDrop,
  ),
  lock("or", /或/u, /或|要么/u),
  lock("each", /每/u, null, mayDrop),
  lock(
    "part",
    /部分|一批|若干|之一|一些|个别|某些|多数|主要(?=由|包括|来自|经费)/u,
    /(?<!这)部分|一批|若干|之一|一些|个别|某些|多数|主要(?=由|包括|来自|经费)|几个|几家|几座|几条|大部分|有的|一支|一系列|有些/u,
  ),
  lock("condition", /(?:符合|具备|满足|有).{0,6}条件(?!的?审|限)/u, /够条件|合条件|条件/u, mayAdd),
  lock("lawful", /依法|依规|法定/u, /依法|依规|法定|照规定|按规定|依照法律/u, mayAdd),
  lock(
    "by rule",
    /按(?:照)?.{0,4}规定|按程序|按照?有关/u,
    /照.{0,8}规定|依规|规定|按程序|照程序|依据.{0,8}规定/u,
    mayAdd,
  ),
  lock("approved", /批准|核准|同意|(?:经|须|报).{0,8}审批|报批/u, /批准|核准|同意|审批|报批|获批/u),
  lock("as a rule", /原则上|一般(?=[为由每不情])|通常/u, /原则上|一般|通常/u),
  lock("suitably", /适当|酌情|适度|合理/u, /适当|酌情|适度|合理|恰当|视情/u, mayAdd),
  lock("except", /除外|除.{1,12}外|另有规定/u, /除了|除外|之外|以外|不含|不包括|除.{1,12}外|另有规定/u),
  lock(
    "free of charge",
    /免费|无偿|全额|直接|减半|一次性|免征|免收|减免/u,
    /免费|无偿|全额|直接|减半|一次性|免征|免收|减免|不收|免交|免缴|(?<!避|以|难|未)免/u,
    mayDrop,
  ),
  lock(
    "more",
    /提高|增加|扩大|加大|增长|上升|放宽|延长/u,
    /抬高|上涨|涨价|增加|扩大|加大|增长|上升|放宽|延长/u,
    { mayDrop: true, mayAdd: true },
  ),
  lock(
    "less",
    /降低|减少|缩小|压缩|下降|减轻|缩短|减量|限制/u,
    /降低|减少|缩小|压缩|下降|减轻|缩短|减量|限制|省钱|便宜|降下来|更少|少产|从简|精简|简化/u,
  ),
  lock(
    "before",
    /之前|以前|事前|提前|事先|(?<![目当以])前(?=[,、]|$|\d|[的应须可要审])/u,
    /之前|以前|事前|提前|事先|提早|预先|(?<![目当以])前(?=[,、]|$|\d|[的应须可要审])/u,
    mayDrop,
  ),
  lock(
    "after",
    /之后|以后|事后|(?<![今以落])后/u,
    /之后|以后|事后|(?<![今以落])后(?=[,、]|$|\d|[的应须可要向管])/u,
    mayDrop,
  ),
  lock(
    "deny",
    /不得|不能|不可(?!替代)|不准|不予|不再|并非|没有|尚未|未(?!来)|无(?!线|人机|论|缝|形)|非(?!常|共识|公|物质)|(?<!永|毫|绝|从|要)不(?!断|仅|但|同|少|竭|良|动产|低于|少于|高于|超过|足|合理|到位)|禁止|严禁|取消|停止|暂停|拒绝/u,
    /不得|不能|不可(?!替代)|不(?!断|仅|但|同|少|竭|良|动产|超过|低于|足|管|光|到位)|没|别(?!的)|未(?!来)|无(?!线|人机|论|缝|形)|(?<!除)非(?!常|共识|公|物质)|禁止|严禁|取消|停止|暂停|拒绝/u,
  ),
];
