import type { ProfileView } from '#contracts';
import type { ReactNode } from 'react';
import { WordsField } from '../../design/field.js';
import { useLanguage } from '../../language/language.js';

/** What of a profile is words: who, how to reach, what to say first. */
export type About = Pick<ProfileView, 'contact' | 'headline' | 'summary' | 'homeMunicipality' | 'homeCountry'>;

export const aboutOf = ({ contact, headline, summary, homeMunicipality, homeCountry }: ProfileView): About => ({
  contact,
  headline,
  summary,
  homeMunicipality,
  homeCountry,
});

export function AboutSection({
  about,
  onChange,
}: {
  readonly about: About;
  readonly onChange: (about: About) => void;
}): ReactNode {
  const { t } = useLanguage();
  const { contact } = about;
  const setContact = (part: Partial<About['contact']>): void =>
    onChange({ ...about, contact: { ...contact, ...part } });
  return (
    <>
      <p className="measure soft">{t('about.hint')}</p>
      <WordsField
        label={t('cv.name')}
        autoComplete="name"
        maxLength={200}
        isRequired
        value={contact.name}
        error={contact.name.trim() === '' ? t('about.name.missing') : undefined}
        onChange={(name) => setContact({ name })}
      />
      <WordsField
        label={t('about.email')}
        type="email"
        autoComplete="email"
        isOptional
        maxLength={320}
        value={contact.email ?? ''}
        error={contact.email !== null && !isEmail(contact.email) ? t('about.email.wrong') : undefined}
        onChange={(email) => setContact({ email: email || null })}
      />
      <WordsField
        label={t('about.phone')}
        type="tel"
        autoComplete="tel"
        isOptional
        maxLength={40}
        value={contact.phone ?? ''}
        onChange={(phone) => setContact({ phone: phone || null })}
      />
      <WordsField
        label={t('about.headline')}
        hint={t('about.headline.hint')}
        isOptional
        maxLength={200}
        value={about.headline ?? ''}
        onChange={(headline) => onChange({ ...about, headline: headline || null })}
      />
      <WordsField
        label={t('about.summary')}
        isOptional
        rows={6}
        maxLength={20_000}
        value={about.summary ?? ''}
        onChange={(summary) => onChange({ ...about, summary: summary || null })}
      />
    </>
  );
}

const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text);

/** Nothing is stored while something in it cannot be. */
export const isStorable = ({ contact }: About): boolean =>
  contact.name.trim() !== '' && (contact.email === null || isEmail(contact.email));
