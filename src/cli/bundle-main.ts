import { bundlePackage } from './bundle';

/** Writes the bundled data to stdout; the build calls it with the folder of the package. */
const [folder = 'data'] = process.argv.slice(2);
process.stdout.write(await bundlePackage(folder));
