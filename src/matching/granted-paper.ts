/** A condition that asks for a paper or a title that somebody grants. */
const ASKS_GRANT =
  /(?:取得|获得|获批|获评|持有|通过|具有|具备)[^，；。]{0,24}(?:证书?|许可|批文|批件|认定|认证|资质|称号|牌照)/;
/** Words by which one says that something was granted or is there: “做医疗器械的” says neither. */
const SAYS_GRANT =
  /拿|取得|获|评|批|备案|认定|证|牌|许可|资质|资格|通过|入选|下来|到手|办好|办了|办下|有(?:效|了|的|$|，)|是[^，]{0,8}(?:企业|单位|机构)/;

/** Whether what is said may meet a condition: one that asks for what is granted is met by none that names no grant. */
export const mayMeet = (condition: string, said: string): boolean =>
  !ASKS_GRANT.test(condition) || SAYS_GRANT.test(said);
