import type { ReactNode } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { SegmentedControl } from '../../../ui/button.js';
import type { DiffLayout } from '../../kit/changes/document-diff-view.js';
import { FilterBar } from '../../kit/work.js';
import { useChangePageQuery, usePageQuery } from '../../page.js';
import { messages } from './messages/index.js';

/** One column or two, as the address says. */
export function useLayout(): DiffLayout {
  return usePageQuery((raw) => (raw['view'] === 'two' ? 'two' : 'one'));
}

/** The choice between one column and two; `end` stands on the right. */
export function LayoutBar({ end }: { readonly end?: ReactNode }) {
  const { t } = useMessages(messages);
  const change = useChangePageQuery();
  return (
    <FilterBar end={end}>
      <SegmentedControl
        label={t('layout')}
        value={useLayout()}
        choices={(['one', 'two'] as const).map((value) => ({
          value,
          label: t(`layout.${value}`),
        }))}
        onChange={(view) => change(view === 'two' ? { view } : {})}
      />
    </FilterBar>
  );
}
