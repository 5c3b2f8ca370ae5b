import type { ShortPolicy } from "./short-policies.ts";

const notice = (city: string, title: string, ...body: readonly string[]): string =>
  [`${city}${title}`, `${city}人民政府办公室`, "2025年1月20日", "", ...body, ""].join("\n");
const LASTS = "本办法自2025年2月1日起施行，有效期三年。";

/**
 * Twenty texts in the manner of city policies, with thresholds of many kinds, and what companies that describe
 * themselves in their own words are for them. Made for tests: no such policy exists.
 */
export const CITY_POLICIES: readonly ShortPolicy[] = [
  {
    name: "loan interest subsidy with amount and use of the loan",
    text: notice(
      "郑州市",
      "中小企业贷款贴息办法",
      "第一条 申请贷款贴息的企业应同时符合下列条件：",
      "（一）在郑州市注册，具有独立法人资格；",
      "（二）单笔贷款金额不超过1000万元，且贷款资金用于生产经营；",
      "（三）信用记录良好，未被列入失信被执行人名单。",
      "第二条 对符合条件的企业，按实际支付利息的40%给予贴息，每家企业最高50万元。",
      `第三条 ${LASTS}`,
    ),
    cases: [
      {
        profile: {
          description:
            "我们是郑州一家做农机的有限公司，今年从银行贷了一笔800万元的贷款，全部用于生产经营，没有失信记录",
        },
        at: "按实际支付利息的40%",
        verdict: "applies",
        amount: "40%",
      },
      {
        profile: {
          description: "郑州的食品有限公司，有一笔1500万元的贷款，用于生产经营，信用良好",
        },
        at: "按实际支付利息的40%",
        verdict: "does_not_apply",
      },
      {
        profile: { description: "郑州的食品有限公司，有一笔600万元的贷款，信用良好" },
        at: "按实际支付利息的40%",
        verdict: "may_apply",
      },
    ],
  },
  {
    name: "premises of a graduate who trades on his own account",
    text: notice(
      "长沙市",
      "大学生创业场地补贴实施细则",
      "第一条 补贴对象为在长沙市创办企业或者个体工商户的毕业5年以内的高校毕业生。",
      "第二条 租用经营场地面积不少于20平方米，且未享受过同类场地补贴的，每年给予6000元场地补贴。",
      `第三条 ${LASTS}`,
    ),
    cases: [
      {
        profile: { description: "我2024年大学毕业，在长沙开了一家个体工商户，店面35平方米，没拿过场地补贴" },
        at: "每年给予6000元场地补贴",
        verdict: "applies",
      },
      {
        profile: {
          description: "我2024年大学毕业，在长沙开了个体工商户，租的场地15平方米，没有享受过场地补贴",
        },
        at: "每年给予6000元场地补贴",
        verdict: "does_not_apply",
      },
      {
        profile: {
          description: "我2024年大学毕业，在长沙办了个体工商户，场地面积30平方米，去年已经享受过场地补贴",
        },
        at: "每年给予6000元场地补贴",
        verdict: "does_not_apply",
      },
    ],
  },
  {
    name: "technical renewal by investment in equipment",
    text: notice(
      "东莞市",
      "工业企业技术改造奖补办法",
      "一、支持对象",
      "在东莞市注册登记的规模以上工业企业。",
      "二、支持条件",
      "（一）项目设备投资额不低于500万元；",
      "（二）项目已办理技术改造投资备案；",
      "（三）近三年未发生重大安全生产事故。",
      "三、支持标准",
      "按设备投资额的8%给予补助，单个项目最高1000万元。",
      "四、附则",
      LASTS,
    ),
    cases: [
      {
        profile: {
          description:
            "东莞的规上工业企业，这次技改设备投资额1200万元，已经办理了技术改造投资备案，近三年没有安全事故",
        },
        at: "按设备投资额的8%给予补助",
        verdict: "applies",
      },
      {
        profile: {
          description: "东莞的规上工业企业，设备投资额300万元，已办理技术改造投资备案，没有发生过安全事故",
        },
        at: "按设备投资额的8%给予补助",
        verdict: "does_not_apply",
      },
      {
        profile: {
          description:
            "东莞的规上工业企业，设备投资额700万元，还没有办理技术改造投资备案，近三年没有安全事故",
        },
        at: "按设备投资额的8%给予补助",
        verdict: "does_not_apply",
      },
    ],
  },
  {
    name: "private care homes by beds",
    text: notice(
      "济南市",
      "民办养老机构运营补贴办法",
      "第一条 申请运营补贴的机构应当具备以下条件：",
      "1.依法登记为民办非企业单位；",
      "2.床位数不少于30张；",
      "3.投入运营满一年；",
      "4.未发生虐待老年人等违法行为。",
      "第二条 符合条件的，按入住人数每人每月给予360元运营补贴。由济南市民政局负责受理。",
      `第三条 ${LASTS}`,
    ),
    cases: [
      {
        profile: {
          description:
            "我们在济南办的养老院，登记为民办非企业单位，2021年3月成立并投入运营，有80张床位，没有违法记录",
        },
        at: "每人每月给予360元运营补贴",
        verdict: "applies",
      },
      {
        profile: {
          description: "济南的养老院，登记为民办非企业单位，2021年3月开始运营，床位数22张，没有违法行为",
        },
        at: "每人每月给予360元运营补贴",
        verdict: "does_not_apply",
      },
    ],
  },
  {
    name: "research centre by staff, space and equipment",
    text: notice(
      "无锡市",
      "企业研发中心认定管理办法",
      "第一条 申请认定市级企业研发中心，须满足以下条件：",
      "（一）在本市依法注册的企业，成立2年以上；",
      "（二）专职研发人员不少于15人，其中本科及以上学历人员占比不低于60%；",
      "（三）研发场地面积500平方米以上；",
      "（四）研发设备原值不低于300万元；",
      "（五）上年度研发费用占营业收入比例不低于3%。",
      "第二条 对新认定的市级企业研发中心，给予一次性奖励30万元。",
      `第三条 ${LASTS}`,
    ),
    cases: [
      {
        profile: {
          description:
            "无锡的半导体公司，2019年5月成立，研发人员22人，其中本科以上学历人员占80%，研发场地面积900平方米，研发设备原值450万元，去年营收5000万元、研发费用300万元",
        },
        at: "给予一次性奖励30万元",
        verdict: "applies",
      },
      {
        profile: {
          description:
            "无锡的半导体公司，2019年5月成立，研发人员22人，其中本科以上学历人员占80%，研发场地面积900平方米，研发设备原值200万元，去年营收5000万元、研发费用300万元",
        },
        at: "给予一次性奖励30万元",
        verdict: "does_not_apply",
      },
      {
        profile: {
          description:
            "无锡的半导体公司，2019年5月成立，研发人员22人，研发场地面积300平米，研发设备原值450万元",
        },
        at: "给予一次性奖励30万元",
        verdict: "does_not_apply",
      },
    ],
  },
  {
    name: "steps to a listing",
    text: notice(
      "南京市",
      "企业上市挂牌扶持办法",
      "第一条 对在南京市注册并已完成股份制改造的拟上市企业，给予50万元补助。",
      "第二条 对在境内外证券交易所首发上市的本市企业，给予300万元奖励。",
      "第三条 近三年受过证券监管部门行政处罚的企业，不予支持。",
      `第四条 ${LASTS}`,
    ),
    cases: [
      {
        profile: {
          description: "注册在南京的股份公司，准备上市，股份制改造已经完成，近三年没有受过行政处罚",
        },
        at: "给予50万元补助",
        verdict: "applies",
      },
      {
        profile: { description: "注册在南京，打算上市，股份制改造还没有完成，没受过处罚" },
        at: "给予50万元补助",
        verdict: "does_not_apply",
      },
      {
        profile: { description: "我们是南京的公司，还没上市，没有受过处罚" },
        at: "给予300万元奖励",
        verdict: "does_not_apply",
      },
      {
        profile: { description: "南京的公司，今年在科创板首发上市，没有受过任何行政处罚" },
        at: "给予300万元奖励",
        verdict: "applies",
      },
    ],
  },
  {
    name: "sole traders that become companies",
    text: notice(
      "昆明市",
      "个体工商户转型升级为企业奖励办法",
      "一、奖励对象：2025年1月1日以后由个体工商户转型升级为企业的经营主体。",
      "二、奖励条件：转型后正常经营满6个月，参保职工5人以上，按时申报纳税。",
      "三、奖励标准：符合条件的，一次性奖励1万元。",
      `四、${LASTS}`,
    ),
    cases: [
      {
        profile: { description: "昆明的一家餐饮公司，没有从个体工商户转过来，一直是企业，参保职工3人" },
        at: "一次性奖励1万元",
        verdict: "does_not_apply",
      },
      {
        profile: { description: "昆明的公司，参保职工8人，按时申报纳税" },
        at: "一次性奖励1万元",
        verdict: "may_apply",
      },
    ],
  },
  {
    name: "unemployment insurance returned by the rate of lay-offs",
    text: notice(
      "沈阳市",
      "稳岗返还实施办法",
      "第一条 同时符合下列条件的参保企业，按上年度实际缴纳失业保险费的60%返还：",
      "（一）依法参加失业保险并足额缴纳失业保险费12个月以上；",
      "（二）上年度裁员率不高于5.5%，30人（含）以下的参保企业裁员率不高于20%；",
      "（三）未列入严重违法失信名单。",
      `第二条 ${LASTS}`,
    ),
    cases: [
      {
        profile: {
          description:
            "沈阳的机械公司，120名员工，已足额缴纳失业保险费36个月，上年度裁员率2%，没有列入严重违法失信名单",
        },
        at: "60%返还",
        verdict: "applies",
      },
      {
        profile: {
          description: "沈阳的机械公司，120名员工，足额缴纳失业保险费36个月，上年度裁员率12%，无失信记录",
        },
        at: "60%返还",
        verdict: "does_not_apply",
      },
    ],
  },
  {
    name: "green factories",
    text: notice(
      "福州市",
      "绿色制造奖励办法",
      "第一条 对本市获评国家级绿色工厂的企业，给予50万元奖励；获评省级绿色工厂的企业，给予20万元奖励。",
      "第二条 同一企业已获得省级奖励的，获评国家级后补足差额。",
      "第三条 列入经营异常名录的企业不予奖励。",
      `第四条 ${LASTS}`,
    ),
    cases: [
      {
        profile: { description: "福州的纺织公司，去年评上了国家级绿色工厂，没有列入经营异常名录" },
        at: "给予50万元奖励",
        verdict: "applies",
        amount: "50万元",
      },
      {
        profile: { description: "福州的纺织公司，没有评上绿色工厂，没有列入经营异常名录" },
        at: "给予50万元奖励",
        verdict: "does_not_apply",
      },
      {
        profile: { description: "福州的纺织公司，是国家级绿色工厂，已经被列入经营异常名录" },
        at: "给予50万元奖励",
        verdict: "does_not_apply",
      },
    ],
  },
  {
    name: "gazelles by growth",
    text: notice(
      "石家庄市",
      "瞪羚企业认定办法",
      "第一条 申报瞪羚企业须同时具备以下条件：",
      "（一）注册地在石家庄市，注册时间不超过10年；",
      "（二）上年度营业收入不低于2000万元；",
      "（三）近三年营业收入年均复合增长率不低于20%；",
      "（四）主导产品拥有自主知识产权；",
      "（五）不属于房地产、金融业企业。",
      "第二条 对首次认定的瞪羚企业，给予20万元奖励。市科技局负责受理。",
      `第三条 ${LASTS}`,
    ),
    cases: [
      {
        profile: {
          description:
            "石家庄的医疗器械公司，2020年6月注册，去年营业收入4000万元，近三年营业收入年均复合增长率31%，主导产品拥有自主知识产权，不做房地产和金融",
        },
        at: "给予20万元奖励",
        verdict: "applies",
      },
      {
        profile: {
          description:
            "石家庄的医疗器械公司，2020年6月注册，去年营业收入4000万元，近三年营业收入复合增长率只有9%，有自主知识产权",
        },
        at: "给予20万元奖励",
        verdict: "does_not_apply",
      },
      {
        profile: {
          description: "石家庄的房地产公司，2020年6月注册，去年营业收入4000万元，年均复合增长率31%",
        },
        at: "给予20万元奖励",
        verdict: "does_not_apply",
      },
    ],
  },
  {
    name: "film studios",
    text: notice(
      "青岛市",
      "影视产业扶持办法",
      "第一条 在青岛市注册并缴纳税收的影视企业、个人工作室，上年度影视业务收入达到200万元的，给予10万元奖励。",
      "第二条 已享受市级同类奖励的，不再给予奖励。",
      `第三条 ${LASTS}`,
    ),
    cases: [
      {
        profile: {
          description:
            "青岛的影视工作室，注册和纳税都在青岛，去年影视业务收入350万元，没有享受过市级同类奖励",
        },
        at: "给予10万元奖励",
        verdict: "applies",
      },
      {
        profile: {
          description: "青岛的影视工作室，注册和纳税都在青岛，去年影视业务收入120万元，没拿过同类奖励",
        },
        at: "给予10万元奖励",
        verdict: "does_not_apply",
      },
      {
        profile: { description: "影视工作室，注册在北京，税也交在北京，去年影视业务收入350万元" },
        at: "给予10万元奖励",
        verdict: "does_not_apply",
      },
    ],
  },
  {
    name: "incubators",
    text: notice(
      "西安市",
      "科技企业孵化器认定和奖补办法",
      "第一条 市级孵化器应当具备下列条件：",
      "（一）运营主体在西安市注册，具有独立法人资格；",
      "（二）可自主支配的孵化场地面积不低于3000平方米；",
      "（三）在孵企业不少于20家；",
      "（四）配备专职服务人员不少于5人。",
      "第二条 经认定的市级孵化器，给予50万元奖励。",
      `第三条 ${LASTS}`,
    ),
    cases: [
      {
        profile: {
          description:
            "我们是西安的孵化器运营有限公司，孵化场地面积4500平方米，自主支配，在孵企业26家，专职服务人员7人",
        },
        at: "给予50万元奖励",
        verdict: "applies",
      },
      {
        profile: {
          description: "西安的孵化器运营有限公司，孵化场地面积4500平方米，在孵企业只有12家，专职服务人员7人",
        },
        at: "给予50万元奖励",
        verdict: "does_not_apply",
      },
    ],
  },
  {
    name: "headquarters by taxes paid",
    text: notice(
      "厦门市",
      "总部企业奖励办法",
      "第一条 总部企业应当符合下列条件之一：",
      "（一）上年度在本市纳税总额5000万元以上，且在市外拥有2家以上分支机构；",
      "（二）世界500强企业在本市设立的具有独立法人资格的区域总部。",
      "第二条 符合前条条件的总部企业，给予200万元一次性落户奖励。",
      `第三条 ${LASTS}`,
    ),
    cases: [
      {
        profile: {
          description: "厦门的贸易公司，去年纳税总额8000万元，在市外有5家分支机构",
        },
        at: "给予200万元一次性落户奖励",
        verdict: "applies",
      },
      {
        profile: {
          description: "厦门的贸易公司，去年纳税总额1200万元，在市外有5家分支机构，不是世界500强",
        },
        at: "给予200万元一次性落户奖励",
        verdict: "does_not_apply",
      },
    ],
  },
  {
    name: "first sets of equipment",
    text: notice(
      "重庆市",
      "首台（套）重大技术装备奖补办法",
      "第一条 本市企业研制的装备产品经认定为首台（套）重大技术装备，且已实现销售，单台（套）销售价格不低于50万元的，按销售价格的10%给予奖励，最高200万元。",
      "第二条 申请企业应当拥有该产品的发明专利1件以上。",
      `第三条 ${LASTS}`,
    ),
    cases: [
      {
        profile: {
          description:
            "重庆的机床公司，研制的数控机床已认定为首台（套）重大技术装备，已实现销售，销售价格每台180万元，发明专利3件",
        },
        at: "按销售价格的10%给予奖励",
        verdict: "applies",
      },
      {
        profile: {
          description: "重庆的机床公司，数控机床已认定为首台套，已实现销售，单台销售价格30万元，发明专利3件",
        },
        at: "按销售价格的10%给予奖励",
        verdict: "does_not_apply",
      },
    ],
  },
  {
    name: "foreign trade by exports",
    text: notice(
      "宁波市",
      "外贸稳增长若干措施",
      "一、对上年度出口额500万美元以上且同比增长10%以上的企业，给予20万元奖励。",
      "二、小微企业投保出口信用保险的，按保费的50%给予补助，最高10万元。",
      "三、有偷税骗税等违法行为的企业不得享受本措施。",
      "四、本措施自2025年2月1日起施行，有效期至2027年12月31日。",
    ),
    cases: [
      {
        profile: {
          description: "宁波的服装公司，上年度出口额800万美元，出口同比增长15%，无违法行为",
        },
        at: "给予20万元奖励",
        verdict: "applies",
      },
      {
        profile: { description: "宁波的服装公司，出口额800万美元，同比增长4%，没有违法行为" },
        at: "给予20万元奖励",
        verdict: "does_not_apply",
      },
      {
        profile: { description: "宁波的小微企业，投保了出口信用保险，没有偷税骗税等违法行为" },
        at: "按保费的50%给予补助",
        verdict: "applies",
      },
      {
        profile: { description: "宁波的小微企业，没有投保出口信用保险，没有违法行为" },
        at: "按保费的50%给予补助",
        verdict: "does_not_apply",
      },
    ],
  },
  {
    name: "cloud services",
    text: notice(
      "贵阳市",
      "企业上云补贴办法",
      "第一条 补贴范围：在贵阳市登记注册、首次使用云服务且合同期限不少于12个月的企业。",
      "第二条 按合同金额的30%给予补贴，单家企业最高5万元。",
      "第三条 申报截止日期为2027年11月30日，向贵阳市大数据发展管理局提交申请。",
      `第四条 ${LASTS}`,
    ),
    cases: [
      {
        profile: { description: "贵阳的物流公司，首次使用云服务，合同期限24个月" },
        at: "按合同金额的30%给予补贴",
        verdict: "applies",
      },
      {
        profile: { description: "贵阳的物流公司，首次使用云服务，合同期限6个月" },
        at: "按合同金额的30%给予补贴",
        verdict: "does_not_apply",
      },
      {
        profile: { description: "贵阳的物流公司，不是首次使用云服务，合同期限24个月" },
        at: "按合同金额的30%给予补贴",
        verdict: "does_not_apply",
      },
    ],
  },
  {
    name: "patents abroad",
    text: notice(
      "太原市",
      "专利资助办法",
      "第一条 申请资助的主体应为注册或办公地址在太原市的企事业单位。",
      "第二条 上年度获得国外发明专利授权2件以上的，每件资助2万元。",
      "第三条 非正常申请专利的，不予资助。",
      `第四条 ${LASTS}`,
    ),
    cases: [
      {
        profile: { description: "太原的新材料公司，去年获得国外发明专利授权3件，没有非正常申请专利" },
        at: "每件资助2万元",
        verdict: "applies",
      },
      {
        profile: { description: "太原的新材料公司，去年获得国外发明专利授权1件，没有非正常申请专利" },
        at: "每件资助2万元",
        verdict: "does_not_apply",
      },
    ],
  },
  {
    name: "post-doctoral workstations",
    text: notice(
      "合肥市",
      "博士后科研工作站资助办法",
      "第一条 对本市新设立博士后科研工作站的单位，给予40万元建站资助。",
      "第二条 设站单位应有在站博士后2名以上，并为其提供每年不低于20万元的科研经费。",
      `第三条 ${LASTS}`,
    ),
    cases: [
      {
        profile: {
          description:
            "合肥的医院，今年新设立了博士后科研工作站，在站博士后4名，为每人提供每年30万元的科研经费",
        },
        at: "给予40万元建站资助",
        verdict: "applies",
      },
      {
        profile: { description: "合肥的医院，没有设立博士后科研工作站" },
        at: "给予40万元建站资助",
        verdict: "does_not_apply",
      },
    ],
  },
  {
    name: "agricultural cooperatives",
    text: notice(
      "成都市",
      "农民合作社示范社奖补细则",
      "第一条 奖补对象为农民专业合作社。",
      "第二条 申报示范社应当符合以下条件：登记成立2年以上；成员100户以上；上年度经营收入300万元以上；取得绿色食品认证或者有机产品认证。",
      "第三条 评为市级示范社的，奖补10万元。",
      `第四条 ${LASTS}`,
    ),
    cases: [
      {
        profile: {
          description:
            "成都的农民专业合作社，2018年登记成立，成员160户，上年度经营收入520万元，取得了有机产品认证",
        },
        at: "奖补10万元",
        verdict: "applies",
      },
      {
        profile: {
          description:
            "成都的农民专业合作社，2018年登记成立，成员60户，上年度经营收入520万元，取得了有机产品认证",
        },
        at: "奖补10万元",
        verdict: "does_not_apply",
      },
      {
        profile: {
          description:
            "成都的农民专业合作社，2018年登记成立，成员160户，上年度经营收入520万元，没有绿色食品认证，也没有有机产品认证",
        },
        at: "奖补10万元",
        verdict: "does_not_apply",
      },
    ],
  },
  {
    name: "hiring graduates",
    text: notice(
      "武汉市",
      "吸纳高校毕业生就业补贴办法",
      "第一条 用人单位上年度新招用应届高校毕业生5人以上，签订1年以上劳动合同并缴纳社会保险的，按每人2000元给予补贴。",
      "第二条 劳务派遣公司、机关事业单位除外。",
      "第三条 拖欠工资或者欠缴社会保险费的，不予补贴。",
      `第四条 ${LASTS}`,
    ),
    cases: [
      {
        profile: {
          description:
            "武汉的软件有限公司，不是劳务派遣公司，去年新招用应届高校毕业生12人，都签订了2年劳动合同并缴纳社会保险，没有拖欠工资，没有欠缴社会保险费",
        },
        at: "按每人2000元给予补贴",
        verdict: "applies",
      },
      {
        profile: {
          description:
            "武汉的软件有限公司，去年新招用应届高校毕业生3人，签订了2年劳动合同并缴纳社会保险，没有拖欠工资，没有欠缴社会保险费",
        },
        at: "按每人2000元给予补贴",
        verdict: "does_not_apply",
      },
      {
        profile: {
          description: "武汉的劳务派遣公司，去年新招用应届高校毕业生12人，签订了2年劳动合同并缴纳社会保险",
        },
        at: "按每人2000元给予补贴",
        verdict: "does_not_apply",
      },
    ],
  },
];
