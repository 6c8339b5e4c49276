import { groupBy } from '@/domain/group';
import type { CheckedDocument } from './checked-document';
import type { CheckContext } from './rule';
import { listedUnits, unitName } from './rules/documents-coverage';

type Related = Pick<CheckContext, 'lastYear' | 'units'>;

/** Its units are documents of the same stage and year. */
const periodOf = ({ stage, year }: CheckedDocument): string => `${stage}/${year}`;

const isDepartment = ({ scope }: CheckedDocument): boolean => scope === 'department';

/**
 * What each document is compared with, among these: one document of each organization and year, the first by
 * identifier. The units of a department are those that name it as theirs; where they name none, those of its place that
 * bear its name, or that its tables list.
 */
export function relatedAmong(
  documents: readonly CheckedDocument[],
): (document: CheckedDocument) => Related {
  const ordered = documents.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const byOrganization = groupBy(ordered, ({ org }) => org);
  const known = groupBy(ordered, (one) => `${one.parentOrg}/${periodOf(one)}`);
  const alone = ordered.filter((one) => one.parentOrg === null && !isDepartment(one));
  const named = groupBy(alone, (one) => `${one.jurisdiction}/${periodOf(one)}`);

  function unitsOf(department: CheckedDocument): CheckedDocument[] {
    const period = periodOf(department);
    const stated = known.get(`${department.org}/${period}`) ?? [];
    if (!isDepartment(department)) return stated;
    const near = named.get(`${department.jurisdiction}/${period}`) ?? [];
    if (near.length === 0) return stated;
    const names = new Set([unitName(department.organization), ...listedUnits(department)]);
    return [...stated, ...near.filter(({ organization }) => names.has(unitName(organization)))];
  }

  return (document) => {
    const { id, org, scope, stage, year } = document;
    const units = unitsOf(document).filter((unit) => unit.id !== id);
    const before = (byOrganization.get(org) ?? []).find(
      (one) => one.id !== id && one.scope === scope && one.stage === stage && one.year === year - 1,
    );
    return {
      lastYear: before ?? null,
      units: units.filter((one, i) => units.findIndex((unit) => unit.org === one.org) === i),
    };
  };
}
