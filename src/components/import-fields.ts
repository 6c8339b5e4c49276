import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { IMPORT_FIELD_IDS, IMPORT_FIELDS, type ImportFieldId } from '@/domain/import-fields';
import { useViewContext } from './context';

export const FIELD_KINDS = ['key', 'amount', 'headcount'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

interface FieldGroup {
  kind: FieldKind;
  label: string;
  fields: readonly { id: ImportFieldId; label: string }[];
}
export interface FieldWords {
  groups: ComputedRef<readonly FieldGroup[]>;
  kindOf(field: ImportFieldId | null): FieldKind | null;
  helpOf(field: ImportFieldId | null): string;
}

/** What columns can mean, in the language of the screen, grouped for a choice. */
export function useFieldWords(): FieldWords {
  const { t } = useI18n();
  const { format } = useViewContext();
  const groups = computed(() =>
    FIELD_KINDS.map((kind) => ({
      kind,
      label: t(`data.columns.group.${kind}`),
      fields: IMPORT_FIELD_IDS.filter((id) => IMPORT_FIELDS[id].kind === kind).map((id) => ({
        id,
        label: format.value.words(IMPORT_FIELDS[id].label),
      })),
    })),
  );
  return {
    groups,
    kindOf: (field) => (field === null ? null : IMPORT_FIELDS[field].kind),
    helpOf: (field) => (field === null ? '' : format.value.words(IMPORT_FIELDS[field].help)),
  };
}
