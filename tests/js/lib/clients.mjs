import { BedrockClient } from '@aws-sdk/client-bedrock';
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';

/** The keys that the local endpoint knows; they open nothing else. */
export const localKeys = {
  accessKeyId: 'AKIDLOCALENDPOINT001',
  secretAccessKey: 'local/secret/for/the/embedded/endpoint00',
};

export const localApiKey = 'bedrock-api-key-of-the-local-endpoint';

/** What every client here is made with; one attempt, so that a failure is seen as it is. */
export function settings(url) {
  return { endpoint: url, region: 'us-east-1', credentials: localKeys, maxAttempts: 1 };
}

/** A client of each service, as the SDK makes it: the runtime's speaks HTTP/2. */
export function createClients(url) {
  return { bedrock: new BedrockClient(settings(url)), runtime: new BedrockRuntimeClient(settings(url)) };
}

/** A client of each service that speaks HTTP/1.1. */
export function createPlainClients(url) {
  const runtime = new BedrockRuntimeClient({ ...settings(url), requestHandler: new NodeHttpHandler() });
  return { bedrock: new BedrockClient(settings(url)), runtime };
}
