import type { Decision, DeskFilter, Shortlist } from '#contracts';
import Download from 'lucide-react/icons/download';
import Keyboard from 'lucide-react/icons/keyboard';
import Printer from 'lucide-react/icons/printer';
import Settings from 'lucide-react/icons/sliders-horizontal';
import { useMemo, useState, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useConceptLabels } from '../api/labels.js';
import { Button, ButtonLink } from '../design/button.js';
import { Dialog } from '../design/dialog.js';
import { Empty, Failure } from '../design/states.js';
import { say } from '../design/toast.js';
import { useLanguage } from '../language/language.js';
import { CandidateDrawer, type Purpose } from './candidate-drawer.js';
import { useCandidateName } from './candidate-name.js';
import { DecisionForm } from './decision-form.js';
import { usePreference, useUndo, type Item, type Stage } from './decisions.js';
import type { Command } from './keys.js';
import { useListFile } from './list-file.js';
import { filterOf, narrowed, nextUndecided, ordered, withFilter } from './narrowing.js';
import { ShortlistTable } from './shortlist-table.js';
import { FilterBar, KeysDialog, PreferenceDialog } from './shortlist-tools.js';

const mostCompared = 4;
type Open = { readonly profileId: string; readonly purpose: Purpose } | 'bulk' | 'keys' | 'preference' | null;

/** Looks through a list, by keyboard or pointer: one is decided about with the evidence in sight, several together. */
export function Desk({
  list,
  name,
  headline,
}: {
  readonly list: Shortlist;
  readonly name: string | null;
  readonly headline: string;
}): ReactNode {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const { preference, change, error } = usePreference();
  const undo = useUndo(list.id);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string | null>(null);
  const [focusTurn, setFocusTurn] = useState(0);
  const [open, setOpen] = useState<Open>(() => {
    const who = search.get('who');
    return who && list.items.some(({ profileId }) => profileId === who) ? { profileId: who, purpose: 'look' } : null;
  });
  const [reasons, setReasons] = useState<Partial<Record<Stage, string>>>({});
  const [last, setLast] = useState<readonly string[]>([]);
  const signature = preference.signature ?? name ?? '';
  const filter = filterOf(search);
  const items = useMemo(
    () => ordered(narrowed(list.items, filter), filter.rankBy, preference.hideScores),
    // The address tells the filter whole.
    [list.items, search, preference.hideScores],
  );
  const nameOf = useCandidateName(list.items, preference);
  const label = useConceptLabels(conceptsShown(list.items));
  const file = useListFile(list, items, nameOf, label);
  const undecided = list.items.filter(({ stage }) => stage === 'new').length;
  const shownChosen = items.filter(({ profileId }) => chosen.has(profileId));

  const goTo = (profileId: string | null): void => {
    if (profileId) setActive(profileId);
    setFocusTurn((turn) => turn + 1);
  };
  const close = (): void => {
    setOpen(null);
    setSearch(without(search, 'who'), { replace: true });
    goTo(active);
  };
  const undoLast = (ids: readonly string[]): void => {
    if (ids.length === 0 || undo.isPending) return;
    undo.mutate(ids, {
      onSuccess: () => {
        setLast([]);
        say(t('shortlist.undone', { count: ids.length }));
      },
    });
  };
  const decided = (decisions: readonly Decision[], said: { stage: Stage; reason: string; by: string }): void => {
    const ids = decisions.map(({ id }) => id);
    setReasons({ ...reasons, [said.stage]: said.reason });
    if (said.by !== preference.signature) change({ signature: said.by });
    setLast(ids);
    setChosen(new Set());
    setOpen(null);
    setSearch(without(search, 'who'), { replace: true });
    const about = decisions[0]?.profileId ?? '';
    say(
      decisions.length === 1
        ? t('shortlist.decided.one', { name: nameOf(about), stage: t(`stage.${said.stage}`) })
        : t('shortlist.decided', { count: decisions.length, stage: t(`stage.${said.stage}`) }),
      () => undoLast(ids),
    );
    goTo(nextUndecided(items, about) ?? active);
  };
  const choose = (ids: readonly string[], isChosen: boolean): void => {
    const next = new Set(chosen);
    for (const id of ids)
      if (isChosen) next.add(id);
      else next.delete(id);
    setChosen(next);
  };
  const show = (profileId: string, purpose: Purpose): void => {
    setActive(profileId);
    setOpen({ profileId, purpose });
    const next = new URLSearchParams(search);
    next.set('who', profileId);
    setSearch(next, { replace: true });
  };
  const obey = (command: Command, profileId: string): void => {
    const at = items.findIndex((item) => item.profileId === profileId);
    const to = (index: number): void => goTo(items[Math.min(items.length - 1, Math.max(0, index))]?.profileId ?? null);
    if (command.kind === 'move') return to(at + command.by);
    if (command.kind === 'first') return to(0);
    if (command.kind === 'last') return to(items.length - 1);
    if (command.kind === 'choose') return choose([profileId], !chosen.has(profileId));
    if (command.kind === 'undo') return undoLast(last);
    if (command.kind === 'help') return setOpen('keys');
    if (command.kind === 'open') return show(profileId, 'look');
    if (command.kind !== 'decide') return show(profileId, 'note');
    // Several that were chosen are decided about together.
    if (shownChosen.length > 1 && chosen.has(profileId)) return setOpen('bulk');
    show(profileId, command.stage);
  };
  const setFilter = (next: DeskFilter): void => setSearch(withFilter(search, next));
  const openItem =
    open !== null && typeof open === 'object'
      ? list.items.find(({ profileId }) => profileId === open.profileId)
      : undefined;
  return (
    <div className="desk">
      <div className="results-head">
        <h2>
          <span role="status">
            {undecided > 0 ? t('shortlist.left', { count: undecided, all: list.items.length }) : t('shortlist.done')}
          </span>
        </h2>
        <p className="actions no-print">
          <Button kind="quiet" isSmall onPress={() => setOpen('preference')}>
            <Settings size={18} aria-hidden /> {t('preference.title')}
          </Button>
          <Button kind="quiet" isSmall onPress={() => setOpen('keys')}>
            <Keyboard size={18} aria-hidden /> {t('keys.title')}
          </Button>
          <Button kind="quiet" isSmall onPress={() => file(headline)}>
            <Download size={18} aria-hidden /> {t('shortlist.csv')}
          </Button>
          <Button kind="quiet" isSmall onPress={() => window.print()}>
            <Printer size={18} aria-hidden /> {t('shortlist.print')}
          </Button>
          <ButtonLink kind="secondary" isSmall to={`/shortlists/${list.id}/log`}>
            {t('shortlist.log')}
          </ButtonLink>
        </p>
      </div>
      {error && <Failure error={error} />}
      {undo.isError && <Failure error={undo.error} />}
      <FilterBar
        items={list.items}
        filter={filter}
        onFilter={setFilter}
        preference={preference}
        onPreference={change}
      />
      <div className="bulk no-print" role="region" aria-label={t('shortlist.chosen.region')}>
        <span className="figure" role="status">
          {t('shortlist.chosen', { count: shownChosen.length })}
        </span>
        <Button isSmall isDisabled={shownChosen.length === 0} onPress={() => setOpen('bulk')}>
          {t('shortlist.decide.bulk')}
        </Button>
        <Button
          kind="secondary"
          isSmall
          isDisabled={shownChosen.length < 2 || shownChosen.length > mostCompared}
          onPress={() =>
            void navigate(
              `/shortlists/${list.id}/compare?${shownChosen.map(({ profileId }) => `who=${profileId}`).join('&')}`,
            )
          }
        >
          {t('shortlist.compare')}
        </Button>
      </div>
      {items.length === 0 ? (
        <Empty title={t('shortlist.narrowed')}>
          <Button kind="secondary" onPress={() => setFilter(filterOf(new URLSearchParams()))}>
            {t('filter.clear')}
          </Button>
        </Empty>
      ) : (
        <ShortlistTable
          caption={t('shortlist.caption', { count: items.length })}
          items={items}
          preference={preference}
          label={label}
          nameOf={nameOf}
          chosen={chosen}
          active={active}
          focusTurn={focusTurn}
          onActive={setActive}
          onChoose={choose}
          onCommand={obey}
        />
      )}
      {openItem && open !== null && typeof open === 'object' && (
        <CandidateDrawer
          key={`${open.profileId}/${open.purpose}`}
          shortlistId={list.id}
          vacancyId={list.vacancyId}
          item={openItem}
          name={nameOf(openItem.profileId)}
          purpose={open.purpose}
          preference={preference}
          signature={signature}
          reasons={reasons}
          onDecided={decided}
          onClose={close}
        />
      )}
      {open === 'bulk' && (
        <Dialog title={t('shortlist.decide.bulk')} isOpen onClose={close} isWide>
          <p>{t('shortlist.bulk.lead')}</p>
          <ul className="chosen-names">
            {shownChosen.map(({ profileId }) => (
              <li key={profileId}>{nameOf(profileId)}</li>
            ))}
          </ul>
          <DecisionForm
            shortlistId={list.id}
            chosen={shownChosen.map(({ profileId }) => profileId)}
            stage={null}
            reasons={reasons}
            signature={signature}
            onDecided={decided}
          />
        </Dialog>
      )}
      {open === 'keys' && <KeysDialog onClose={close} />}
      {open === 'preference' && (
        <PreferenceDialog preference={preference} onPreference={change} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}

const conceptsShown = (items: readonly Item[]): (string | null)[] =>
  items.flatMap(({ evidence, checks }) => [
    ...evidence.map(({ conceptId }) => conceptId),
    ...checks.map(({ conceptId }) => conceptId),
  ]);

function without(search: URLSearchParams, name: string): URLSearchParams {
  const next = new URLSearchParams(search);
  next.delete(name);
  return next;
}
