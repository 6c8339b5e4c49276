/**
 * Sums and equalities that published documents themselves print otherwise, as seen again on their pages: rule, first cell of
 * its left side, first cell of its right side and how many more stand there. 医疗保障局 prints 110,896.62 above rows that come
 * to 29,117.62; 湖州交通 prints a table of appropriation in which income lacks what other tables have; 长春 prints 当年小计 as 0.00
 * beside projects, two sums of items that differ, and 30208 twice.
 */
export const TABLE_FAULTS: Readonly<Record<string, readonly string[]>> = {
  '110000-北京市医疗保障局-2026-budget': [
    'parts_add_up at expenditure 65/4 : expenditure 1/4 +63',
    'parts_add_up at expenditure 65/6 : expenditure 1/6 +63',
    'parts_add_up at general_public 16/3 : general_public 1/3 +14',
    'parts_add_up at general_public 16/7 : general_public 1/7 +14',
    'balance_is_expenditure at balance 9/4 : expenditure 4/4 +60',
    'appropriated_within_balance at general_public 2/3 : balance 9/4',
    'appropriation_is_its_funds at general_public 2/3 : appropriation 9/4',
    'appropriation_within_expenditure at appropriation 9/4 : expenditure 4/4 +60',
  ],
  '330500-湖州市交通运输局-2026-budget': [
    'parts_add_up at appropriation 48/4 : appropriation 1/4 +8',
    'appropriation_income_is_balance at appropriation 2/2 : balance 2/2',
    'appropriation_income_is_balance at appropriation 3/2 : balance 3/2',
    'appropriation_income_is_balance at appropriation 2/2 : balance 1/2',
    'appropriation_income_is_income at appropriation 2/2 : income 1/4',
    'appropriation_income_is_income at appropriation 3/2 : income 1/5',
    'general_public_income_is_spent at appropriation 2/2 : general_public 1/3',
    'gov_fund_income_is_spent at appropriation 3/2 : gov_fund 1/3',
    'appropriation_is_its_funds at general_public 1/3 : appropriation 48/4',
  ],
  '220100-长春市信访局-本级-2026-budget': [
    'parts_add_up at expenditure 3/4 : expenditure 4/4 +2',
    'parts_add_up at basic 2/3 : basic 3/3 +8',
    'parts_add_up at basic 2/4 : basic 3/4 +8',
    'parts_add_up at basic 2/5 : basic 3/5 +8',
    'parts_add_up at basic 12/3 : basic 13/3 +13',
    'parts_add_up at basic 12/4 : basic 13/4 +13',
    'parts_add_up at basic 12/6 : basic 13/6 +13',
    'total_is_current_and_carryover at expenditure 5/3 : expenditure 5/4 +1',
    'total_is_current_and_carryover at expenditure 6/3 : expenditure 6/4 +1',
    'total_is_basic_and_project at expenditure 5/4 : expenditure 5/5 +2',
    'total_is_basic_and_project at expenditure 6/4 : expenditure 6/5 +2',
    'codes_in_order at basic 16/3 : basic 17/3',
    'appropriated_within_expenditure at general_public 5/4 : expenditure 5/4',
    'appropriated_within_expenditure at general_public 6/4 : expenditure 6/4',
  ],
};
