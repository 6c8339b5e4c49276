import type { CauseFact, FindingFact } from './finding';

/** Findings that may have one cause, or a single one. */
export interface FindingGroup {
  key: string;
  cause: CauseFact | null;
  findings: readonly FindingFact[];
}

/** Findings of a list by what they may have in common, each group where its first one stands. */
export function findingGroups(
  findings: readonly FindingFact[],
  causes: readonly CauseFact[],
): FindingGroup[] {
  const known = new Map(causes.map((cause) => [`${cause.doc_id}\t${cause.cause_no}`, cause]));
  const groups = new Map<string, { cause: CauseFact | null; findings: FindingFact[] }>();
  for (const finding of findings) {
    const cause = known.get(`${finding.doc_id}\t${finding.cause_no}`) ?? null;
    const key = cause
      ? `cause\t${cause.doc_id}\t${cause.cause_no}`
      : `finding\t${finding.doc_id}\t${finding.finding_no}`;
    const group = groups.get(key);
    if (group) group.findings.push(finding);
    else groups.set(key, { cause, findings: [finding] });
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}
