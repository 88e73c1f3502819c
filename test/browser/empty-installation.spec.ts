import { walksAnInstallation } from '../support/walked-installation.js';

describe('an empty production database, set up by commands and pages', () => {
  walksAnInstallation({
    pictures: 'var/browser/cai-dat',
    entersPeople: (day) => day.enterPeople(),
    letsThemIn: (day) => day.letEverybodyIn(),
    channels: ['hotline', 'post', 'phone', 'import', 'Open311'],
  });
});
