package io.leadstatus.gateway;

import java.io.IOException;

import jakarta.inject.Singleton;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An HTTP API of Amazon API Gateway hands on a path that it has decoded, where HTTP has encoded ones. Encodes it again,
 * before it is read as a part of a request.
 */
@Singleton
public class DecodedPaths implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.addMixIn(APIGatewayV2HTTPEvent.class, Event.class);
    }

    /** How the events of the gateway are read. */
    @RegisterForReflection
    abstract static class Event {
        @JsonDeserialize(using = PathReader.class)
        private String rawPath;
    }

    @RegisterForReflection
    static final class PathReader extends StdScalarDeserializer<String> {
        PathReader() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return GatewayPath.encoded(json.getValueAsString());
        }
    }
}
