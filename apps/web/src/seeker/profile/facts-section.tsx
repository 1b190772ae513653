import type { ConceptView, Fact, ProfileView } from '#contracts';
import type { ReactNode } from 'react';
import { useConceptLabels } from '../../api/labels.js';
import { Button } from '../../design/button.js';
import { ConceptBox } from '../../design/concept-box.js';
import { say } from '../../design/toast.js';
import { useLanguage } from '../../language/language.js';
import { FactRow } from './fact-row.js';
import { adding, changing, removing, restating, useProfileWrite, type ProfileWrite } from './my-profile.js';
import { useUndo } from './undo.js';

const conceptKinds: Record<Fact['kind'], readonly ConceptView['kind'][]> = {
  occupation: ['occupation', 'occupation-group'],
  skill: ['skill'],
  language: ['language'],
  'driving-licence': ['driving-licence'],
  'professional-licence': ['professional-licence'],
  education: ['education-level', 'education-field'],
  'work-permit': ['work-permit'],
};
/** Few enough to be seen before anything is typed. */
const short: readonly Fact['kind'][] = ['driving-licence', 'professional-licence', 'education', 'work-permit'];

/** Facts of one kind: what stands, and a box to add to it. Each change is stored at once and can be undone. */
export function FactsOfKind({
  profile,
  kind,
  hint,
}: {
  readonly profile: ProfileView;
  readonly kind: Fact['kind'];
  readonly hint?: string;
}): ReactNode {
  const { t, language } = useLanguage();
  const write = useProfileWrite();
  const { remember } = useUndo();
  const all = profile.facts.filter((fact) => fact.kind === kind);
  const facts = all.filter(({ origin }) => origin !== 'denied');
  const label = useConceptLabels(all.map(({ conceptId }) => conceptId));
  const nameOf = (fact: Fact): string => (fact.conceptId ? label(fact.conceptId) : (fact.words ?? ''));
  const apply = (change: ProfileWrite, undo: ProfileWrite, told?: string): void => {
    const takeBack = (): void => write.mutate(undo);
    write.mutate(change);
    remember(takeBack);
    if (told) say(told, takeBack);
  };
  const add = (concept: ConceptView): void => {
    const known = profile.facts.find((fact) => fact.kind === kind && fact.conceptId === concept.id);
    write.mutate(adding({ kind, conceptId: concept.id }));
    remember(() =>
      write.mutate((now) => {
        const added = now.facts.find((fact) => fact.kind === kind && fact.conceptId === concept.id);
        if (known) return restating(known)(now);
        return added ? removing(added.id)(now) : Promise.resolve(now);
      }),
    );
    say(t('fact.added', { name: concept.label[language] }));
  };
  return (
    <div className="facts-of-kind">
      <h3>{t(`kind.${kind}`)}</h3>
      {facts.length === 0 ? (
        <p className="soft">{t('fact.none')}</p>
      ) : (
        <ul className="fact-list">
          {facts.map((fact) => {
            const name = nameOf(fact);
            return (
              <FactRow
                key={fact.id}
                fact={fact}
                name={name}
                onChange={(change) =>
                  apply(changing(fact.id, change), changing(fact.id, { level: fact.level, years: fact.years }))
                }
                onConfirm={() =>
                  apply(changing(fact.id, { origin: 'confirmed' }), restating(fact), t('fact.confirmed', { name }))
                }
                onDeny={() =>
                  apply(
                    changing(fact.id, { origin: 'denied' }),
                    changing(fact.id, { origin: 'confirmed', level: fact.level, years: fact.years }),
                    t('fact.denied', { name }),
                  )
                }
                onRemove={() => apply(removing(fact.id), restating(fact), t('fact.removed', { name }))}
              />
            );
          })}
        </ul>
      )}
      <ConceptBox
        label={t(`fact.add.${kind}`)}
        hint={hint}
        kinds={conceptKinds[kind]}
        isShort={short.includes(kind)}
        without={facts.flatMap(({ conceptId }) => conceptId ?? [])}
        onChoose={add}
      />
      <Denied
        facts={all.filter(({ origin }) => origin === 'denied')}
        nameOf={nameOf}
        onTakeBack={(fact) => apply(removing(fact.id), restating(fact), t('fact.undenied', { name: nameOf(fact) }))}
      />
    </div>
  );
}

/** What the person said no to: it is never read or assumed again, until they take that back. */
function Denied({
  facts,
  nameOf,
  onTakeBack,
}: {
  readonly facts: readonly Fact[];
  readonly nameOf: (fact: Fact) => string;
  readonly onTakeBack: (fact: Fact) => void;
}): ReactNode {
  const { t } = useLanguage();
  if (facts.length === 0) return null;
  return (
    <details className="disclosure">
      <summary>{t('fact.denials', { count: facts.length })}</summary>
      <ul className="fact-list">
        {facts.map((fact) => (
          <li key={fact.id} className="fact">
            <span className="fact-name">
              <s>{nameOf(fact)}</s>
            </span>
            <Button
              kind="secondary"
              isSmall
              aria-label={t('fact.about', { action: t('fact.undeny'), label: nameOf(fact) })}
              onPress={() => onTakeBack(fact)}
            >
              {t('fact.undeny')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
