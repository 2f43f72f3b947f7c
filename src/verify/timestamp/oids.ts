/** Object identifiers of RFC 3161, 5035, 5280 and 5652 that a time-stamp token is checked for. */
export const oids = {
  signedData: '1.2.840.113549.1.7.2',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  extendedKeyUsage: '2.5.29.37',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
} as const;

/** Hash functions that may hold up a signature or an imprint, as WebCrypto names them. */
export const hashNames: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

/** SHA-256, which the imprint of a checkpoint is made with. */
export const sha256Oid = '2.16.840.1.101.3.4.2.1';

/** ECDSA and RSA signatures over SHA-1. */
export const withSha1: ReadonlySet<string> = new Set(['1.2.840.10045.4.1', '1.2.840.113549.1.1.5']);
