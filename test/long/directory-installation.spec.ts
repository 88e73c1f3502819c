import { DEPARTMENT_ENTRIES, directoryLines, directoryPassword } from '../support/directory/department-entries.js';
import { Slapd } from '../support/directory/slapd.js';
import { walksAnInstallation } from '../support/walked-installation.js';

describe('an empty production database whose people come from OpenLDAP', () => {
  let slapd: Slapd;

  walksAnInstallation({
    pictures: 'var/browser/cai-dat-thu-muc',
    lines: async () => {
      slapd = await Slapd.start({ entries: DEPARTMENT_ENTRIES });
      return directoryLines(slapd);
    },
    close: () => slapd.close(),
    entersPeople: (day) => day.bringPeople(),
    letsThemIn: (day) => day.letEverybodyInByDirectory(directoryPassword),
    channels: ['hotline', 'post', 'phone', 'import', 'Open311'],
  });
});
