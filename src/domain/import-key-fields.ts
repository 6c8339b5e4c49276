import { fieldWords, type KeyField, type Synonyms } from './import-field';

const key = (label: string, help: string, synonyms: Synonyms): KeyField => ({
  kind: 'key',
  ...fieldWords(label, help, synonyms),
});

/** Columns that say whose amount it is, when, and of what. */
export const KEY_FIELDS = {
  organization: key(
    '部门或单位|Organization',
    '部门、单位的名称，一条记录一个|Name of the department or unit, one per record',
    {
      exact:
        '部门|单位|部门或单位|部门名称|单位名称|预算单位|预算单位名称|部门单位|部门(单位)|部门(单位)名称|部门单位名称|单位(部门)名称|单位(部门)|预算部门|预算部门名称|机构|机构名称|组织机构名称|填报单位|编制单位|用款单位|organization|organisation|organization name|organisation name|department|department name|unit name|agency|agency name|institution name|ministry|budget unit|spending unit|entity|org|org_name',
      partial: '单位名称|部门名称|预算单位|机构名称|organization|organisation|department|agency',
      not: '编码|代码|编号|主管|上级|简称|类型|性质|个数|数量|人数|code|type|id|parent|count|number',
    },
  ),
  organization_code: key(
    '部门或单位编码|Organization code',
    '部门预算编码、单位编码或统一社会信用代码|Budget code, unit code or social credit code',
    {
      exact:
        '部门编码|单位编码|部门(单位)编码|部门(单位)代码|单位(部门)编码|单位(部门)代码|部门单位编码|部门单位代码|部门代码|单位代码|预算单位编码|预算单位代码|预算部门编码|机构编码|机构代码|组织机构代码|统一社会信用代码|单位编号|部门编号|organization code|organisation code|department code|unit code|agency code|org code|org id|org_id|organization id|entity code',
      partial: '单位编码|单位代码|部门编码|部门代码|社会信用代码',
      not: '主管|上级|parent',
    },
  ),
  organization_short: key(
    '部门或单位简称|Short name',
    '单位简称，用于图表|Short name, for charts',
    {
      exact: '简称|单位简称|部门简称|机构简称|short name|short_name|abbreviation|acronym',
      partial: '简称',
    },
  ),
  parent_organization: key(
    '主管部门|Parent department',
    '单位所属的部门|The department a unit belongs to',
    {
      exact:
        '主管部门|主管单位|主管部门名称|主管单位名称|一级预算单位|一级部门|上级部门|上级单位|所属部门|归口部门|parent|parent department|parent organization|parent agency|supervising department',
      partial: '主管部门|主管单位|所属部门|一级预算单位',
      not: '编码|代码|编号|code',
    },
  ),
  place_code: key(
    '行政区划代码|Place code',
    '2、4、6、9 或 12 位行政区划代码（GB/T 2260）|Place code (GB/T 2260) of 2, 4, 6, 9 or 12 digits',
    {
      exact:
        '行政区划代码|行政区划编码|区划代码|区划编码|行政区代码|地区代码|地区编码|县代码|市代码|区县代码|省代码|财政区划|财政区划代码|gb2260|adcode|area code|region code|place code|jurisdiction code|jurisdiction_code|county code|division code|location code',
      partial: '区划代码|区划编码|地区代码|地区编码',
    },
  ),
  place_name: key(
    '地区|Place',
    '县（市、区）或地区的名称；省、市另有列时只写县名|Name of the county or place; its name alone where province and prefecture have their own columns',
    {
      exact:
        '地区|地区名称|地名|行政区划|行政区划名称|区划|区划名称|县|县区|区县|县市区|市县|县(市、区)|县(区)|区(县)|县(市区)|县名|县级|县级市|区县名称|县名称|所在地|所属地区|所在地区|所属区划|place|place name|region|area|county|county name|district|jurisdiction|locality|location|city/county',
      partial: '行政区划|区划名称|地区名称|县(市|所属地区',
      not: '代码|编码|code|id',
    },
  ),
  place_province: key('省|Province', '省、自治区、直辖市的名称|Name of the province', {
    exact: '省|省份|省(区、市)|省级|省名|省(自治区、直辖市)|province|province name|state',
    partial: '省份',
    not: '代码|编码|code',
  }),
  place_prefecture: key(
    '市（州）|Prefecture',
    '地级市、自治州、地区、盟的名称|Name of the prefecture',
    {
      exact:
        '市|地市|市州|市(州)|地级市|州|州市|市级|设区市|地区(市、州)|市(地、州)|市(州、盟)|市名|所属市|prefecture|prefecture name|city|city name|municipality',
      partial: '地级市|市(州',
      not: '代码|编码|code',
    },
  ),
  year: key('年度|Year', '预算年度|Budget year', {
    exact:
      '年|年度|年份|预算年度|财政年度|会计年度|所属年度|year|fiscal year|fiscal_year|budget year|fy|period',
    partial: '年度|年份',
    not: '上年|数|金额|预算数|目标|本年度',
  }),
  stage: key('预算阶段|Stage', '预算、调整预算或决算|Budget, adjusted budget or final account', {
    exact:
      '阶段|预算阶段|预决算|预算类型|预算类别|数据类型|口径|stage|phase|budget stage|budget type|version',
    partial: '预算阶段',
  }),
  scope: key('范围|Scope', '部门（含所属单位）或单位（本级）|Whole department, or one unit', {
    exact: '范围|单位层级|单位级次|预算级次|汇总范围|编报范围|scope|level of unit|coverage',
    partial: '单位级次|预算级次',
  }),
  sector: key('领域|Sector', '工作领域|Field of work', {
    exact: '领域|行业|行业分类|单位类别|系统|分类领域|sector|industry|field',
  }),
  unit: key('金额单位|Unit of amounts', '元、千元、万元或亿元|元, 千元, 万元 or 亿元', {
    exact: '计量单位|金额单位|货币单位|unit|unit of measure|currency unit|units',
    partial: '金额单位|计量单位',
  }),
  function_code: key(
    '功能科目编码|Functional code',
    '支出功能分类科目编码：3、5 或 7 位|Functional classification: 3, 5 or 7 digits',
    {
      exact:
        '功能科目编码|功能分类科目编码|支出功能分类科目编码|功能分类编码|功能科目代码|功能分类科目代码|支出功能分类编码|支出功能科目编码|功能编码|支出功能分类代码|function code|functional code|functional classification code|function_code|cofog',
      partial: '功能分类科目编码|功能科目编码|功能分类编码',
    },
  ),
  economic_code: key(
    '经济科目编码|Economic code',
    '支出经济分类科目编码：3 或 5 位|Economic classification: 3 or 5 digits',
    {
      exact:
        '经济科目编码|经济分类科目编码|支出经济分类科目编码|部门预算支出经济分类科目编码|经济分类编码|经济科目代码|部门经济分类科目编码|部门支出经济分类科目编码|支出经济分类编码|经济编码|economic code|economic classification code|economic_code|object code',
      partial: '经济分类科目编码|经济科目编码|经济分类编码',
      not: '政府',
    },
  ),
  code: key(
    '科目编码|Code',
    '科目编码，分类由编码本身判断|Code of a classification, which the code itself tells',
    {
      exact:
        '科目编码|科目代码|编码|代码|科目|预算科目编码|科目编号|分类编码|code|account code|budget code|item code|classification code',
      partial: '科目编码|科目代码',
      not: '项目|单位|部门|政府|区划|地区',
    },
  ),
  code_class: key(
    '科目编码的类|Code: class',
    '编码分列的表：类级，3 位|Codes in several columns: the first 3 digits',
    {
      exact: '类编码|类代码|类级编码|类级代码|code class|class code',
    },
  ),
  code_group: key(
    '科目编码的款|Code: group',
    '编码分列的表：款级，2 位，或到款的整个编码|Codes in several columns: the next 2 digits, or the whole code so far',
    { exact: '款编码|款代码|款级编码|款级代码|code group|group code' },
  ),
  code_item: key(
    '科目编码的项|Code: item',
    '编码分列的表：项级，2 位，或到项的整个编码|Codes in several columns: the last 2 digits, or the whole code',
    { exact: '项编码|项代码|项级编码|项级代码|code item|item level code' },
  ),
  label: key('科目名称|Label', '一行的名称：科目、支出项目|Name of the row: class or item', {
    exact:
      '科目名称|项目|名称|支出项目|收入项目|预算科目|预算科目名称|功能科目名称|功能分类科目名称|支出功能分类科目名称|支出功能分类科目|功能分类科目|功能分类|功能分类名称|经济分类科目名称|经济科目名称|支出经济分类科目名称|支出经济分类科目|经济分类科目|经济分类名称|经济分类|部门预算支出经济分类科目|支出科目|科目(单位)名称|科目(项目)名称|科目(类款项)|摘要|支出内容|label|item|description|account|account name|line item|budget item|function|classification|category',
    partial: '科目名称|分类名称|功能分类科目|经济分类科目',
    not: '编码|代码|code|政府预算',
  }),
  project_name: key(
    '项目名称|Project name',
    '预算项目（二级项目）的名称|Name of the budget project',
    {
      exact:
        '项目名称|二级项目|二级项目名称|支出项目名称|预算项目|预算项目名称|子项目|project name|program|programme|program name|project title',
      partial: '项目名称|二级项目',
      not: '编码|代码|一级|单位|code',
    },
  ),
  fund: key(
    '资金来源|Source of funds',
    '一般公共预算、政府性基金等|General public budget, government funds and so on',
    {
      exact:
        '资金来源|资金性质|资金类型|资金渠道|经费来源|预算来源|收入来源|fund|fund source|source of funds|funding source|fund type|financing source',
      partial: '资金来源|资金性质',
      not: '编码|代码',
    },
  ),
  nature: key(
    '支出性质|Nature',
    '基本支出、项目支出、人员经费、公用经费等|Basic, project, personnel, operating and so on',
    {
      exact:
        '支出性质|支出类型|支出类别|支出分类|支出属性|经费类型|经费性质|nature|expenditure type|type of expenditure|expenditure nature|spending type',
      partial: '支出性质|支出类型|支出类别',
      not: '编码|代码',
    },
  ),
  vintage: key('本年或结转|Vintage', '本年预算、上年结转或合计|This year, carried over, or both', {
    exact: '年度来源|资金年度|是否结转|结转标志|vintage|carryover flag|year of funds',
  }),
  measure: key(
    '指标|Measure',
    '一行一个金额的表：金额是什么|In tables of one amount per record: what the amount is',
    {
      exact:
        '指标|指标名称|指标项|数据项|项目指标|预算指标|统计指标|measure|measure name|indicator|indicator name|variable|series|metric',
      partial: '指标名称',
      not: '绩效|一级|二级|三级|值',
    },
  ),
} as const satisfies Record<string, KeyField>;
