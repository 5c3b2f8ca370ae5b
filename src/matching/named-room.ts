const ROOM = /场地|用房|店面|厂房|办公|面积|门店|楼|空间/;
const ANY_ROOM =
  /自用|自有|[租用的有共总约个一间套自己是为]|经营|办公|场地|用房|店面|门店|店|厂房|面积|生产|使用|实际|使用面积|建筑|了|室|套|所/g;

/** Rooms are named in many ways: one that is named in particular is not another. */
export const namesRoom = (head: string, given: string): "same" | "wider" | null => {
  const own = given
    .replace(/在[一-龥]{2,8}?(?=租|有|买|用)/, "")
    .replace(ANY_ROOM, "")
    .replace(/[^一-龥]/g, "");
  const wanted = head.replace(ANY_ROOM, "");
  if (own === "") return ROOM.test(given) ? (wanted === "" ? "same" : "wider") : null;
  if (own.length < 2 || !wanted.includes(own)) return null;
  return wanted === own ? "same" : "wider";
};
