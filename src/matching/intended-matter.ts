/** Words of what is planned or in progress: not 不打算, which says that something is not to come. */
export const INTENDED =
  /(?<!不|没有?)(?:准备(?!好|妥|就绪|金)|打算|计划|(?<![思理联构])想(?!象|法|到)|考虑|争取|希望)|拟(?![态真])|即将|将要|将于|可能|也许|申请中|办理中|筹[备建]|(?<!一直)在建|正在(?!运营|经营|营业|承担|实施|执行|使用|租用|参与|享受|生产|从事)|明年|后年|下个?[年月]|(?:等|待)(?:批|审|验收|认证)/;
/** Papers that are handed in, not granted. */
const HANDED_IN =
  /报上去|报批|已?申[报请](?:了|中)|(?:申请|申报|材料)[^，]{0,4}(?:递|交)了?|受理|公示|办理中/;

const ASKS_INTENDED = /拟|计划|规划|意向|预计|将|正在|在建|筹[备建]|承诺|有意|想|准备/;
const ASKS_HANDING_IN = /申[请报]|报送|上报|报备|提交|受理|公示/;

/** Whether what is said is only planned or in progress, where a condition asks for what is. */
export const isOnlyIntended = (condition: string, said: string): boolean =>
  (INTENDED.test(said) && !ASKS_INTENDED.test(condition)) ||
  (HANDED_IN.test(said) && !ASKS_HANDING_IN.test(condition));
