import type { Ledger, LedgerRow } from './ledger';

/** Which of a row's money is meant. */
export type Money = (row: LedgerRow) => number;

const isGeneral = ({ fund }: LedgerRow): boolean => fund === 'general_public';

export const basic: Money = ({ personnel, operating }) => personnel + operating;
export const personnel: Money = (row) => row.personnel;
export const operating: Money = (row) => row.operating;
/** Projects from all funds and own income. */
export const projects: Money = ({ project, own }) => project + own;
export const appropriated: Money = (row) => basic(row) + row.project;
export const all: Money = (row) => basic(row) + projects(row);
export const carried: Money = (row) => row.carried;
export const own: Money = (row) => row.own;

/** Money of the general public budget, of government funds. */
export const generalPublic =
  (of: Money): Money =>
  (row) =>
    isGeneral(row) ? of(row) : 0;
export const govFund =
  (of: Money): Money =>
  (row) =>
    isGeneral(row) ? 0 : of(row);
export const less =
  (whole: Money, part: Money): Money =>
  (row) =>
    whole(row) - part(row);

/** Sum over rows, all of a ledger if no others are given. */
export const total = ({ rows }: Pick<Ledger, 'rows'>, of: Money): number =>
  rows.reduce((sum, row) => sum + of(row), 0);
