/** 合肥市蜀岭区支持…: a district, county or town right after what it lies in, or at the beginning. */
const DISTRICTS =
  /(?<=^|[省市州盟县区]|关于(?:印发|公布|调整)?《?)(?<name>[\u4E00-\u9FFF]{2}(?:新区|区|县|旗|镇|乡|市)|[\u4E00-\u9FFF]{3}(?:区|县|旗))/gu;
/** Words that end like a district and are none. */
const NO_DISTRICT =
  /(?:自治|示范|试验|开发|高新|工业|科技|产业|保税|合作|先行|核心|全|本|各|园|社|地|城|小|校|山|灾|老|特|辖|片|库|景|牧|林|湾|景|郊|新|住宅|功能|集聚|实验)区$|^(?:全|本|各|该)|(?:城|超|夜|都|集|门|股|上|直辖|省辖)市$|(?:乡|城|村|集)镇$/;

/** Districts, counties and towns that titles name, of those that a question names: what it asks is asked of these. */
export const titledPlaces = (question: string, titles: readonly string[]): readonly string[] => [
  ...new Set(
    titles.flatMap((title) =>
      [...title.matchAll(DISTRICTS)].flatMap(({ groups }) => {
        const name = groups?.["name"] ?? "";
        return name !== "" && !NO_DISTRICT.test(name) && question.includes(name) ? [name] : [];
      }),
    ),
  ),
];

/** The documents whose titles name one of these places. */
export const documentsOf = <Head extends { readonly title: string }>(
  heads: readonly Head[],
  places: readonly string[],
): readonly Head[] => heads.filter(({ title }) => places.some((place) => title.includes(place)));
