import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../design/button.js';
import { WordsField } from '../design/field.js';
import { Answered, Failure } from '../design/states.js';
import { say } from '../design/toast.js';
import { useLanguage } from '../language/language.js';
import { useAddNote, useNotes, useRemoveNote } from './decisions.js';

/** Notes about a candidate; the person gets them with their data, which is said where they are written. */
export function Notes({
  shortlistId,
  profileId,
  signature,
  isFocused,
}: {
  readonly shortlistId: string;
  readonly profileId: string;
  readonly signature: string;
  readonly isFocused: boolean;
}): ReactNode {
  const { t, moment } = useLanguage();
  const notes = useNotes(shortlistId, profileId);
  const add = useAddNote(shortlistId);
  const remove = useRemoveNote(shortlistId);
  const [text, setText] = useState('');
  const write = (said: string): void =>
    add.mutate({ profileId, text: said, by: signature || t('notes.unsigned') }, { onSuccess: () => setText('') });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() && !add.isPending) write(text.trim());
  };
  return (
    <section aria-labelledby="notes" className="notes">
      <h3 id="notes">{t('notes.title')}</h3>
      <Answered query={notes}>
        {({ items }) => (
          <ul className="plain-list">
            {items.map((note) => (
              <li key={note.id}>
                <p>{note.text}</p>
                <p className="small soft row-wrap">
                  {t('shortlist.log.line', { by: note.by, moment: moment(note.at) })}
                  {note.mine && (
                    <Button
                      kind="quiet"
                      isSmall
                      onPress={() =>
                        remove.mutate(note.id, {
                          onSuccess: () => say(t('notes.removed'), () => write(note.text)),
                        })
                      }
                    >
                      {t('notes.remove')}
                    </Button>
                  )}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Answered>
      <form onSubmit={submit}>
        <WordsField
          label={t('notes.new')}
          hint={t('notes.hint')}
          value={text}
          onChange={setText}
          maxLength={2000}
          {...(isFocused ? { isFocused } : {})}
        />
        {(add.isError || remove.isError) && <Failure error={add.error ?? remove.error} />}
        <Button type="submit" kind="secondary" isPending={add.isPending}>
          {t('notes.add')}
        </Button>
      </form>
    </section>
  );
}
