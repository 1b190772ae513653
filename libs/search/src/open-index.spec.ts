import { openCandidateIndex, openVacancyIndex } from './open-index.js';

describe('openVacancyIndex', () => {
  it.each(['redis://127.0.0.1', 'not an address', '', 'file:///etc/passwd'])('refuses the address %j', (url) => {
    expect(() => openVacancyIndex(url)).toThrow('must begin with postgres://');
  });

  it('never repeats an address, which may hold a password', () => {
    expect(() => openCandidateIndex('mysql://root:secret@host')).toThrow(/^(?!.*secret).*$/);
  });

  it.each([{ name: 'a"b' }, { name: '' }, { schema: "x'; --" }, { name: 'Vacancies' }])('refuses %j', (options) => {
    expect(() => openVacancyIndex('postgres://127.0.0.1/x', options)).toThrow('is no name for an index');
  });

  it('opens no connection', async () => {
    await openVacancyIndex('postgres://127.0.0.1:1/x').close();
    await openCandidateIndex('http://127.0.0.1:1').close();
  });
});
