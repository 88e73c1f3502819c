import { readSettings } from '../../config/settings.js';
import { PEOPLE, type DemonstrationPerson } from './people.js';

interface OfficeFacts {
  readonly eOfficePassword: string;
  readonly callbackPassword: string;
  /** By how many days its clock goes before or after the machine's. */
  readonly clockDays: number;
}

interface OfficeUser {
  readonly userCode: string;
  readonly name: string;
  readonly position: string;
}

/** The configuration file of the simulated e-office. */
export interface DemonstrationOffice {
  readonly department: { readonly agencyCode: string; readonly name: string };
  readonly hotline: { readonly agencyCode: string; readonly name: string };
  readonly username: string;
  readonly password: string;
  readonly callback: { readonly url: string; readonly username: string; readonly password: string };
  readonly leaders: OfficeUser[];
  readonly initials: OfficeUser[];
  readonly clerk: OfficeUser;
  readonly clockDays: number;
}

/** Who is known to the simulated e-office, and how it and the app know each other. @param url of the app */
export function demonstrationOffice(
  { eOfficePassword, callbackPassword, clockDays }: OfficeFacts,
  url: string,
): DemonstrationOffice {
  const { agency, agencyProfile, hotline, eOffice } = readSettings({});
  const signing = PEOPLE.filter(({ eOfficeCode }) => eOfficeCode !== undefined);
  const user = ({ eOfficeCode = '', fullName, position }: DemonstrationPerson): OfficeUser => ({
    userCode: eOfficeCode,
    name: fullName,
    position,
  });
  const [clerk] = signing.filter(({ roles }) => roles.includes('registryClerk'));
  if (clerk === undefined) throw new Error('Nobody of the demonstration is the registry clerk.');
  return {
    department: { agencyCode: agency.code, name: agencyProfile.name },
    hotline: { agencyCode: hotline.code, name: hotline.name },
    username: eOffice.username,
    password: eOfficePassword,
    callback: { url: `${url}/soap/eoffice-callback/v1`, username: 'eoffice', password: callbackPassword },
    leaders: signing.filter(({ roles }) => roles.includes('leader')).map(user),
    initials: signing.filter(({ roles }) => roles.includes('unitHead')).map(user),
    clerk: user(clerk),
    clockDays,
  };
}
