import { computed, onScopeDispose, ref, shallowRef, type ComputedRef, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import type { ExportOptions, ExportStep } from './context';

/** Work that takes longer than this is seen and can be stopped. */
const SEEN_AFTER_MS = 500;

/** One export at a time: what is going on where it takes long, and why it failed, both in words or empty. */
export function useExporting(): {
  isRunning: ComputedRef<boolean>;
  progress: ComputedRef<string>;
  failure: Readonly<Ref<string>>;
  /** Runs an export; one that still runs is stopped. `what` names it where it fails. True if it was done. */
  run(what: string, work: (options: ExportOptions) => Promise<void>): Promise<boolean>;
  stop(): void;
} {
  const { t } = useI18n();
  const running = shallowRef<AbortController | null>(null);
  const step = shallowRef<{ name: ExportStep; done: number | null } | null>(null);
  const isSeen = ref(false);
  const failure = ref('');

  const progress = computed(() => {
    if (!isSeen.value || !step.value) return '';
    const { name, done } = step.value;
    const words = t(`figureExport.step.${name}`);
    return done === null
      ? words
      : t('figureExport.percent', { words, percent: Math.round(100 * done) });
  });

  async function run(
    what: string,
    work: (options: ExportOptions) => Promise<void>,
  ): Promise<boolean> {
    running.value?.abort();
    const controller = new AbortController();
    running.value = controller;
    failure.value = '';
    const timer = setTimeout(() => (isSeen.value = true), SEEN_AFTER_MS);
    try {
      await work({
        signal: controller.signal,
        onStep: (name, done) => (step.value = { name, done }),
      });
      return true;
    } catch (error) {
      if (!controller.signal.aborted) {
        const message = error instanceof Error ? error.message : String(error);
        failure.value = t('figureExport.failed', { what, message });
      }
      return false;
    } finally {
      clearTimeout(timer);
      if (running.value === controller) {
        running.value = null;
        isSeen.value = false;
        step.value = null;
      }
    }
  }

  const stop = () => running.value?.abort();
  onScopeDispose(stop);
  return { isRunning: computed(() => running.value !== null), progress, failure, run, stop };
}
