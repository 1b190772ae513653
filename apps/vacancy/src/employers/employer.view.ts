import type { EmployerView } from '#contracts';
import type { Employer } from './employer.entity.js';

export const employerView = ({ id, name, organisationNumber, sector, demo }: Employer): EmployerView => ({
  id,
  name,
  organisationNumber,
  sector,
  demo,
});
