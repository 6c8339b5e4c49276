import { documentIndex } from '@/domain/document-index';
import type { FindingFact } from '@/domain/finding';
import type { ExportedFinding } from '@/domain/finding-export-words';
import { groupBy } from '@/domain/group';
import { muteKey, type Mutes } from '@/domain/mute';
import type { DocumentInfo } from '@/domain/organization';
import { ask, type Engine } from './engine';
import { causes } from './queries/checks';
import { cellsOf, findings, type FindingFilter } from './queries/findings';

const findingId = ({ doc_id, finding_no }: Pick<FindingFact, 'doc_id' | 'finding_no'>): string =>
  `${doc_id}\t${finding_no}`;

/** A page of findings with all that is known of them. */
export async function findingPage(
  engine: Engine,
  filter: FindingFilter,
  page: { limit: number; offset: number },
  { documents, mutes }: { documents: readonly DocumentInfo[]; mutes: Mutes },
): Promise<ExportedFinding[]> {
  const facts = await ask(engine, findings(filter, page));
  if (facts.length === 0) return [];
  const cells = groupBy(await ask(engine, cellsOf(facts)), findingId);
  const grouped = facts.filter(({ cause_no }) => cause_no !== null);
  const docs = [...new Set(grouped.map(({ doc_id }) => doc_id))];
  const found = docs.length > 0 ? await ask(engine, causes(docs)) : [];
  const causeOf = new Map(found.map((cause) => [`${cause.doc_id}\t${cause.cause_no}`, cause]));
  const infos = documentIndex(documents).byId;
  return facts.map((finding) => ({
    finding,
    info: infos.get(finding.doc_id) ?? null,
    cells: cells.get(findingId(finding)) ?? [],
    cause: causeOf.get(`${finding.doc_id}\t${finding.cause_no}`) ?? null,
    mute: mutes.get(muteKey(finding)) ?? null,
  }));
}
