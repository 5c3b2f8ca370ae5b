import type { PolicyDocument } from "../policy/document.ts";
import type { Area } from "./measure.ts";

const ZONE =
  /中关村(?:国家自主创新示范区)?|[一-龥]{2,14}?(?:自主创新示范区|自由贸易试验区|经济技术开发区|高新技术产业开发区|高新技术产业园区|综合保税区|合作区|示范区|开发区|高新区|经开区|自贸区|新区|科学城|工业园区|产业园区)/;
const TITLE_PLACE =
  /^(?:关于印发)?《?([一-龥]{2,7}?(?:省|自治区|市)(?:[一-龥]{2,6}?(?:自治州|新区|市|区|县))?|[一-龥]{2,6}?(?:区|县))/;
const DEPARTMENT_PLACE =
  /(?:实施部门|责任单位|受理部门)：([一-龥]{2,7}?(?:省|自治区|市)(?:[一-龥]{2,6}?(?:市|区|县))?)/;

const placed = (text: string, name: string): Area | null => {
  const start = text.indexOf(name);
  return start < 0 ? null : { name, start, end: start + name.length };
};

/**
 * Where a document is for, with words of it that say so: a zone that its title names, else the place of its issuers.
 * Null for the whole country and where nothing says it.
 */
export const documentArea = (document: PolicyDocument): Area | null => {
  const { title, jurisdiction, text } = document;
  const zone = ZONE.exec(
    title.replace(/^关于(?:印发|支持|加快|促进|推进|进一步)*/, "").replace(/^《/, ""),
  )?.[0];
  if (zone !== undefined && !/一批|若干|国家级|各/.test(zone)) {
    // 北京市海淀区… holds no zone of its own name.
    const area = placed(text, zone);
    if (area !== null) return area;
  }
  if (jurisdiction === "全国") return null;
  const titled = TITLE_PLACE.exec(title)?.[1] ?? null;
  // 上海市闵行区… is for the district, whoever issues it.
  const isNarrower =
    jurisdiction !== null &&
    titled !== null &&
    titled.length > jurisdiction.length &&
    titled.startsWith(jurisdiction);
  // 丰台区… issued by 北京市丰台区…局.
  const whole = `${jurisdiction ?? ""}${titled ?? ""}`;
  const isWithin =
    !isNarrower && jurisdiction !== null && /[区县]$/.test(titled ?? "") && text.includes(whole);
  const name = isNarrower
    ? titled
    : isWithin && !jurisdiction.endsWith(titled ?? "")
      ? whole
      : (jurisdiction ?? titled);
  if (name === null || /地区|各|全国/.test(name)) return null;
  const fact = (document.facts ?? []).find(
    ({ field, start, end }) =>
      /issuers|title|jurisdiction/.test(field) && text.slice(start, end).includes(name),
  );
  if (fact === undefined) return placed(text, name);
  const start = text.indexOf(name, fact.start);
  return { name, start, end: start + name.length };
};

/** The place of the department that a service item names. */
export const departmentArea = (text: string, offset: number): Area | null => {
  const match = DEPARTMENT_PLACE.exec(text);
  const name = match?.[1];
  if (match === null || name === undefined) return null;
  const start = offset + match.index + match[0].length - name.length;
  return { name, start, end: start + name.length };
};
