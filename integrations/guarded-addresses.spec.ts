import { GuardedAddresses, type Lookup } from './guarded-addresses.js';

const asked = (lookup: Lookup, name: string): Promise<Error | null> =>
  new Promise((resolve) => {
    lookup(name, { all: true }, (error) => resolve(error));
  });

describe('a guarded look-up', () => {
  const lookup = GuardedAddresses.ofServer('e-office.invalid').lookup((address) => new Error(`refused ${address}`));

  it('answers that a name is not known, and lets the process live', async () => {
    expect(await asked(lookup, 'e-office.invalid')).toMatchObject({ syscall: 'getaddrinfo' });
  });

  it('refuses an address that may not be called', async () => {
    expect(await asked(lookup, 'localhost')).toMatchObject({ message: expect.stringMatching(/^refused /u) as string });
  });
});
