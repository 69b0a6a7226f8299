package org.ximen;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** x */
@SpringBootApplication
public class Application {
    /** x */
    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }
}
