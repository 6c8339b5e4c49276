import { useI18n } from 'vue-i18n';
import { REJECT_REASONS, type RejectReason } from '@/domain/mapping';
import { rejectedCsv } from '@/importers/rejected-csv';
import { useImport } from './useImport';

/** Hands a text to the browser as a file to be saved. */
function saveText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Saves all records that were not loaded, of a draft or of the last loading, as CSV in the language of the screen. */
export function useImportRejected(): (draftId?: string) => Promise<void> {
  const importing = useImport();
  const { t } = useI18n();
  return async (draftId) => {
    const records = await importing.rejectedRecords(draftId);
    const reasons = Object.fromEntries(
      REJECT_REASONS.map((reason) => [reason, t(`data.rejected.reasons.${reason}`)]),
    ) as Record<RejectReason, string>;
    const csv = rejectedCsv(records, {
      file: t('data.rejected.file'),
      sheet: t('data.rejected.sheet'),
      record: t('data.rejected.record'),
      column: t('data.rejected.column'),
      text: t('data.rejected.text'),
      reason: t('data.rejected.reason'),
      reasons,
    });
    saveText(t('data.rejected.fileName'), csv);
  };
}
