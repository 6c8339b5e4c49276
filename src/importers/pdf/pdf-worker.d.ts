declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  /** The half of pdf.js that reads; it is joined to a port. */
  export const WorkerMessageHandler: { initializeFromPort(port: object): void };
}
