/** A class of words that make a statement stronger or weaker, wider or narrower. */
export interface StrengthClass {
  readonly name: string;
  /** Group 1 is the word; what matches without it only looks like one (应 in 应用). */
  readonly pattern: RegExp;
  /** Whether a statement may leave the word out. */
  readonly mayDrop: boolean;
  /** Whether a statement may bring the word in. */
  readonly mayAdd: boolean;
  /** Obliging, allowing, encouraging …: what follows is governed by it up to the next such word. */
  readonly governs: boolean;
  /** Words of the statement that say as much, where the source's word is left out. */
  readonly sameAs: RegExp | null;
}

interface ClassOptions {
  readonly skip?: string;
  readonly mayDrop?: boolean;
  readonly mayAdd?: boolean;
  readonly governs?: boolean;
  readonly sameAs?: RegExp;
}

const words = (name: string, list: string, options: ClassOptions = {}): StrengthClass => ({
  name,
  pattern: new RegExp(`${options.skip === undefined ? "" : `${options.skip}|`}(${list})`, "gu"),
  mayDrop: options.mayDrop ?? false,
  mayAdd: options.mayAdd ?? false,
  governs: options.governs ?? false,
  sameAs: options.sameAs ?? null,
});

/** What a reader may not be told otherwise than the clause tells it. Longer words stand before shorter ones. */
export const STRENGTH_CLASSES: readonly StrengthClass[] = [
  words("must", "必须|务必|强制|须", { governs: true }),
  words("ought", "应当|应该|应", {
    skip: "供应|应用|应急|响应|效应|适应|反应|对应|相应|应对|应届|应变|感应",
    governs: true,
  }),
  words("need", "要求|需要|需|要", {
    skip: "需求|急需|所需|必需|内需|供需|军需|重要|主要|要素|纲要|摘要|必要|要点|要件|首要|紧要|只要|概要|简要",
    mayDrop: true,
    governs: true,
  }),
  words("may", "可以|允许|准许|准予|有权|可", {
    skip: "可靠|可持续|可再生|可回收|可量产|可控|许可|认可|可行|可视|可穿戴|不可|可编程|可能|可比",
    governs: true,
  }),
  words("encourage", "鼓励|倡导", { governs: true }),
  words("support", "支持|扶持", { governs: true }),
  words("guide", "引导", { skip: "引导基金", governs: true }),
  words("push", "推动", {
    mayAdd: true,
    sameAs: /推动|推进|促进|加快|加速|引导|支持|鼓励/u,
  }),
  words("explore", "探索"),
  words("pilot", "试点|试行"),
  words("strive", "力争|争取|努力"),
  words("partly", "逐步|初步|基本", { skip: "基本面" }),
  words("already", "已经|已", { mayDrop: true }),
  words("surely", "确保|保证|一定|肯定|绝对|彻底|完全|必然|必定|当然", {
    skip: "一定(?:差距|规模|比例|影响|国际|的)",
  }),
  words("every", "全部|所有|一切|全体|任何|一律|凡是|均|都|各", {
    skip: "首都|均衡|平均|年均|人均|都市|各类|各种",
    mayDrop: true,
  }),
  words("each", "每"),
  words("average", "年均|人均|平均"),
  words("only", "仅|只|唯一|限于|独家", { skip: "不仅" }),
  words("priority", "优先"),
  words("most", "最"),
  words("above", "以上"),
  words("below", "以下|以内", { skip: "以下简称" }),
  ...["有条件的", "符合条件的", "按规定", "依法|依规", "按程序", "报批", "批准", "前提下"].map((condition) =>
    words(condition, condition, { mayAdd: true }),
  ),
];

/** Words that narrow what stands before them: one of several, or a trial only. */
export const QUALIFIED_BEFORE = /之一|试点|试行/gu;

/** Group 1 denies; what matches without it does not. */
export const NEGATION =
  /未来|不断|不仅|不但|不同|不少|不竭|无线|无人机|无论|无缝|非常|不可替代|(不得|不能|不可|不准|不予|不再|并非|没有|尚未|未|无|非|不|禁止|严禁|除外|取消|停止|暂停)/gu;
