import { fieldWords, type HeadcountField, type Synonyms } from './import-field';
import type { HeadcountKind } from './vocabulary';

const people = (
  counts: HeadcountKind,
  label: string,
  help: string,
  synonyms: Synonyms,
): HeadcountField => ({ kind: 'headcount', counts, ...fieldWords(label, help, synonyms) });

/** Columns of people. Retired people are none of them. */
export const HEADCOUNT_FIELDS = {
  authorized: people(
    'authorized',
    '编制数|Authorized posts',
    '核定的编制总数|All authorized posts',
    {
      exact:
        '编制|编制数|编制人数|人员编制|人员编制数|核定编制|核定编制数|编制总数|总编制|总编制数|编制合计|编制数(人)|authorized|authorised|authorized posts|authorized staff|approved posts|establishment|posts|authorized headcount',
      partial: '编制数|人员编制|核定编制|authorized',
      not: '行政|事业|工勤|编外|空编|超编|在编|实有|单位|备注|institution|admin',
    },
  ),
  authorized_admin: people(
    'authorized_admin',
    '行政编制|Administrative posts',
    '核定的行政编制|Authorized administrative posts',
    {
      exact:
        '行政编制|行政编制数|编制行政|编制数行政|行政编制人数|人员编制行政|administrative posts|authorized admin|authorized_admin',
      partial: '行政编制',
      not: '事业|单位|实有|工勤',
    },
  ),
  authorized_institution: people(
    'authorized_institution',
    '事业编制|Institutional posts',
    '核定的事业编制|Authorized posts of institutions',
    {
      exact:
        '事业编制|事业编制数|编制事业|编制数事业|事业编制人数|人员编制事业|institutional posts|authorized institution|authorized_institution',
      partial: '事业编制',
      not: '行政|单位|实有|工勤',
    },
  ),
  actual: people('actual', '实有人数|Staff in post', '实有在职人数|Staff in post', {
    exact:
      '实有人数|在职人数|在编人数|在岗人数|实有在职人数|在职实有人数|实有人员|在职人员|在编在职人数|在职在编人数|年末实有人数|年末在职人数|期末实有人数|实际人数|现有人数|职工人数|人数|人员数|人员总数|在职|headcount|staff|staff in post|actual staff|employees|number of employees|number of staff|actual headcount|people|persons',
    partial: '实有人数|在职人数|在编人数|实有在职|headcount|employees',
    not: '离退|退休|离休|遗属|平均|编外|聘用|临时|学生|服务|培训|次|批|average|retired|contract',
  }),
  average: people(
    'average',
    '平均人数|Average staff',
    '全年平均在职人数|Average staff over the year',
    {
      exact:
        '平均人数|年平均人数|平均在职人数|年均人数|全年平均人数|年平均在职人数|平均实有人数|average staff|average headcount|average employees|average number of staff',
      partial: '平均人数|平均在职',
      not: '离退|退休|离休',
    },
  ),
  contracted: people(
    'contracted',
    '购买服务人员|Contracted people',
    '编外、劳务派遣、购买服务的人数|Bought-in and temporary staff',
    {
      exact:
        '编外人数|编外人员|编外人员数|聘用人员|聘用人数|临聘人员|临聘人数|劳务派遣人员|劳务派遣人数|购买服务人员|购买服务人数|政府购买服务人数|合同制人员|长聘人员|编外长聘人员|contracted|contract staff|contracted staff|temporary staff|outsourced staff',
      partial: '编外|劳务派遣|临聘|购买服务人',
      not: '经费|支出|费用|元',
    },
  ),
  window: people(
    'window',
    '窗口人员|Counter staff',
    '综合窗口的人数|People at the service counters',
    {
      exact: '窗口人员|窗口人数|综合窗口人员|综合窗口人数|窗口工作人员|window staff|counter staff',
      partial: '窗口人员|窗口人数|窗口工作人员',
      not: '经费|支出|费用|元',
    },
  ),
} as const satisfies Record<string, HeadcountField>;
