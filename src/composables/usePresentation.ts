import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRoute, useRouter } from 'vue-router';
import { slideAfter, type Slide, type SlideStep } from '@/domain/presentation';
import { writeViewState } from '@/domain/view-state';
import { useSelection } from '@/stores/selection';
import { useSavedViews } from './useSavedViews';

/** Screens shown one after the other where no view is saved. */
const MAIN_SCREENS = ['overview', 'compare', 'structure', 'projects', 'checks'] as const;

/** The presentation that the address is in, and its steps. */
export function usePresentation() {
  const route = useRoute();
  const router = useRouter();
  const selection = useSelection();
  const { views, addressOf } = useSavedViews();
  const { t } = useI18n();

  const screens = computed<readonly Slide[]>(() => {
    const query = writeViewState({ ...selection.state, source: null, present: '' });
    return MAIN_SCREENS.map((key) => ({
      key,
      title: t(`frame.tabs.${key}`),
      note: '',
      address: router.resolve({ name: key, query }).fullPath,
    }));
  });
  const slides = computed<readonly Slide[]>(() =>
    views.value.length > 0
      ? views.value.map(({ view: { id, title, note, address } }) => ({
          key: id,
          title,
          note,
          address,
        }))
      : screens.value,
  );
  const key = computed(() => selection.state.present);
  const current = computed(() => slides.value.find((slide) => slide.key === key.value));

  const show = async (slide: Slide, how: 'push' | 'replace'): Promise<void> => {
    await router[how](addressOf(slide.address, slide.key));
  };

  return {
    slides,
    isOn: computed(() => key.value !== ''),
    /** Undefined for a slide that is not among the reader's own. */
    current,
    /** From 1; 0 for a slide that is not among the reader's own. */
    number: computed(() => (current.value ? slides.value.indexOf(current.value) + 1 : 0)),
    /** Begins, at the slide of this key, of the screen that is shown, or at the first. */
    async start(from = ''): Promise<void> {
      const at = slides.value.find((slide) => slide.key === from || slide.key === route.name);
      const slide = at ?? slides.value[0];
      if (slide) await show(slide, 'push');
    },
    async go(step: SlideStep): Promise<void> {
      if (step === 'leave') return selection.patch({ present: '', source: null });
      const slide = slideAfter(slides.value, key.value, step);
      if (slide && slide.key !== key.value) await show(slide, 'replace');
    },
  };
}
