import type { ProfileView } from '#contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import Download from 'lucide-react/icons/download';
import { useState, type ReactNode } from 'react';
import { call } from '../../api/call.js';
import { endpoints } from '../../api/endpoints.js';
import { Button } from '../../design/button.js';
import { Confirm } from '../../design/dialog.js';
import { WordsField } from '../../design/field.js';
import { Answered, Failure, PageTitle } from '../../design/states.js';
import { say } from '../../design/toast.js';
import { useLanguage } from '../../language/language.js';
import { BeginWithCv } from '../cv/begin-with-cv.js';
import { useMyProfile, useProfileWrite } from '../profile/my-profile.js';
import { Disclosures } from './disclosures.js';

/** Who has looked, everything that is stored, a pause, and erasure. */
export function PrivacyPage(): ReactNode {
  const { t } = useLanguage();
  const profile = useMyProfile();
  return (
    <Answered query={profile}>
      {(known) =>
        known === null ? (
          <BeginWithCv />
        ) : (
          <>
            <PageTitle title={t('privacy.title')} />
            <p className="page-lead">{t('privacy.lead')}</p>
            <Disclosures profileId={known.id} />
            <DownloadAll profile={known} />
            <Pause profile={known} />
            <Erase profile={known} />
          </>
        )
      }
    </Answered>
  );
}

interface PartProps {
  readonly profile: ProfileView;
}

function DownloadAll({ profile: { id: profileId } }: PartProps): ReactNode {
  const { t } = useLanguage();
  const download = useMutation({
    mutationFn: async () => {
      const params = { profileId };
      const [about, matching] = await Promise.all([
        call(endpoints.exportProfile, { params }),
        call(endpoints.matchingExport, { params }),
      ]);
      const file = new Blob([JSON.stringify({ ...about, matching }, null, 2)], { type: 'application/json' });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = `rallare-${about.exportedAt.slice(0, 10)}.json`;
      link.click();
      URL.revokeObjectURL(link.href);
    },
  });
  return (
    <section aria-labelledby="download">
      <h2 id="download">{t('privacy.download')}</h2>
      <p className="measure">{t('privacy.download.text')}</p>
      <Button kind="secondary" isPending={download.isPending} onPress={() => download.mutate()}>
        <Download size={18} aria-hidden /> {t(download.isPending ? 'privacy.downloading' : 'privacy.download.do')}
      </Button>
      {download.isError && <Failure error={download.error} retry={() => download.mutate()} />}
    </section>
  );
}

function Pause({ profile }: PartProps): ReactNode {
  const { t } = useLanguage();
  const write = useProfileWrite();
  const isPaused = profile.status === 'restricted';
  const set = (restricted: boolean): void =>
    write.mutate(({ id }) => call(endpoints.restrictProfile, { params: { profileId: id }, body: { restricted } }), {
      onSuccess: () => say(t(restricted ? 'privacy.paused' : 'privacy.resumed'), () => set(!restricted)),
    });
  return (
    <section aria-labelledby="pause">
      <h2 id="pause">{t('privacy.pause')}</h2>
      <p className="measure">{t(isPaused ? 'privacy.pause.on' : 'privacy.pause.text')}</p>
      <Button kind="secondary" isPending={write.isPending} onPress={() => set(!isPaused)}>
        {t(isPaused ? 'privacy.resume.do' : 'privacy.pause.do')}
      </Button>
      {write.isError && <Failure error={write.error} />}
    </section>
  );
}

/** Asks for the person's own name before it erases: it cannot be undone. */
function Erase({ profile }: PartProps): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const erase = useMutation({
    mutationFn: () => call(endpoints.eraseProfile, { params: { profileId: profile.id } }),
    onSuccess: async () => {
      sessionStorage.clear();
      say(t('privacy.erased'));
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[0] !== 'places' });
      queries.setQueryData(['profile'], null);
      await queries.invalidateQueries({ queryKey: ['session'] });
    },
  });
  const matches = typed.trim().toLocaleLowerCase() === profile.contact.name.trim().toLocaleLowerCase();
  return (
    <section aria-labelledby="erase">
      <h2 id="erase">{t('privacy.erase')}</h2>
      <p className="measure">{t('privacy.erase.text')}</p>
      <Button kind="danger" onPress={() => setOpen(true)}>
        {t('privacy.erase.do')}
      </Button>
      <Confirm
        title={t('privacy.erase.title')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onConfirm={() => (matches ? erase.mutate() : setWrong(true))}
        confirm={t('privacy.erase.do')}
        isPending={erase.isPending}
      >
        <p>{t('privacy.erase.what')}</p>
        <WordsField
          label={t('privacy.erase.name', { name: profile.contact.name })}
          value={typed}
          error={isWrong && !matches ? t('privacy.erase.wrong') : undefined}
          onChange={setTyped}
        />
        {erase.isError && <Failure error={erase.error} />}
      </Confirm>
    </section>
  );
}
