import type { ConceptView } from '#contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { useState, type ReactNode } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components/ComboBox';
import { call } from '../api/call.js';
import { endpoints } from '../api/endpoints.js';
import { useLanguage } from '../language/language.js';

const suggested = 12;
const listed = 50;

interface ConceptBoxProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Kinds of concepts to suggest; all when left out. */
  readonly kinds?: readonly ConceptView['kind'][];
  /** A short list, shown whole before anything is typed. */
  readonly isShort?: boolean;
  /** Concepts that are not offered again. */
  readonly without?: readonly string[];
  readonly onChoose: (concept: ConceptView) => void;
}

/** Finds a concept while one types, in either language, with what it lies within to tell namesakes apart. Empties itself when one is chosen. */
export function ConceptBox({
  label,
  hint,
  kinds = [],
  isShort = false,
  without = [],
  onChoose,
}: ConceptBoxProps): ReactNode {
  const { t, language } = useLanguage();
  const [typed, setTyped] = useState('');
  // Not deferred: the list opens in the render that a key brings, and in no later one.
  const asked = typed.trim();
  const found = useQuery({
    queryKey: ['suggestions', language, kinds, asked],
    queryFn: ({ signal }) =>
      call(endpoints.suggest, {
        query: { q: asked, kind: [...kinds], language, limit: isShort ? listed : suggested },
        signal,
      }),
    enabled: isShort || asked.length > 0,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  const items = asked === '' && !isShort ? [] : (found.data?.items ?? []).filter(({ id }) => !without.includes(id));
  return (
    <ComboBox
      className="field"
      items={items}
      inputValue={typed}
      onInputChange={setTyped}
      value={null}
      onChange={(key) => {
        const concept = items.find(({ id }) => id === key);
        if (!concept) return;
        setTyped('');
        onChoose(concept);
      }}
      menuTrigger={isShort ? 'focus' : 'input'}
      allowsEmptyCollection={isShort || asked !== ''}
      // What was typed stays where nothing is chosen; without this, Escape would open the list again.
      allowsCustomValue
      defaultFilter={() => true}
    >
      <Label className="label">{label}</Label>
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <div className="combo">
        <Input />
        <Button className="button quiet icon-only" aria-label={t('concept.open')}>
          <ChevronDown size={20} aria-hidden />
        </Button>
      </div>
      <Popover className="popover" offset={4}>
        <ListBox<ConceptView>
          className="options"
          renderEmptyState={() => (
            <p className="none">
              {found.isError
                ? t('concept.failed')
                : found.isPending || found.isPlaceholderData
                  ? t('state.loading')
                  : t('concept.none')}
            </p>
          )}
        >
          {(concept) => (
            <ListBoxItem id={concept.id} textValue={concept.label[language]} className="option">
              <span>{concept.label[language]}</span>
              {concept.within && <span className="soft">{concept.within[language]}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
