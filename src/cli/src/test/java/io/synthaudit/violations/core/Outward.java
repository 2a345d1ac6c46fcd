package io.synthaudit.violations.core;

import com.fasterxml.jackson.databind.ObjectMapper;
import freemarker.template.Configuration;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.net.URI;
import java.nio.channels.SocketChannel;
import org.apache.commons.csv.CSVFormat;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.snakeyaml.engine.v2.api.Load;
import picocli.CommandLine;
import smile.math.MathEx;

/** Planted: core reaches for every library that belongs to another module, for the network and for stored objects. */
public final class Outward {

    Object[] libraries() {
        return new Object[] {
            MathEx.class,
            Configuration.class,
            CommandLine.class,
            ObjectMapper.class,
            CSVFormat.class,
            Load.class,
            Test.class,
            Assertions.class,
            Logger.class
        };
    }

    URI address() {
        return URI.create("urn:planted");
    }

    SocketChannel socket() throws IOException {
        return SocketChannel.open();
    }

    Object stored(InputStream in) throws IOException, ClassNotFoundException {
        try (ObjectInputStream objects = new ObjectInputStream(in)) {
            return objects.readObject();
        }
    }
}
