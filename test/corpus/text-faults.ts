/**
 * Figures that the texts of published documents state otherwise than their own tables or other figures do, as read
 * again on their pages: rule, what is printed, and both sides.
 */
export const TEXT_FAULTS: Readonly<Record<string, readonly string[]>> = {
  '100000-国家信访局-2024-final': ['text_change_share 增长35.74%: 35.74 : 35.9431'],
  '310107-上海市普陀区财政局-2024-final': [
    'text_appropriation 财政拨款收入支出总计0.3万元: 3000.00 : 29616800.00',
    'text_appropriation 财政拨款收入支出总计0.3万元: 3000.00 : 29616800.00',
    'text_share 占71.73%: 71.73 : 71.6539',
  ],
  '320000-江苏省人大常委会办公厅-2017-budget': [
    'text_share 占“三公”经费的8.75%: 8.75 : 26.6915',
    'text_share 占“三公”经费的7.22%: 7.22 : 22.0250',
    'text_share 占“三公”经费的16.81%: 16.81 : 51.2836',
    'text_shares_make_whole 占“三公”经费的8.75%: 32.78 : 100',
    'text_change_share 增加254.23%: 254.23 : 254.2356',
  ],
  '320000-江苏省委办公厅-2019-budget': ['text_change_share 增长30%: 30 : 29.15'],
  '330500-湖州市交通运输局-2026-budget': [
    'text_appropriation 财政拨款收支总预算192207.76万元: 1922077600.00 : 426730300.00',
    'text_appropriation 财政拨款收支总预算192207.76万元: 1922077600.00 : 426730300.00',
    'text_appropriation 一般公共预算当年拨款收入52244.36万元: 522443600.00 : 356730300.00',
    'text_appropriation 政府性基金当年拨款收入139963.40万元: 1399634000.00 : 70000000.00',
  ],
  '330500-湖州市退役军人事务局-2026-budget': [
    'text_change_share 下降5.0%: -5.0 : -5.106',
    'text_change_share 增长4.0%: 4.0 : 4.480',
    'text_change_share 下降4.0%: -4.0 : -4.227',
    'text_change_share 下降95.0%: -95.0 : -95.785',
    'text_change_share 下降9.0%: -9.0 : -9.263',
  ],
  '530100-昆明市人民政府办公室-unit-2026-budget': [
    'text_three_public_adds_up 因公出国（境）费预算为0.00元: 804395.20 : 804395.02',
  ],
};
